// Stands in for every stylesheet and font file in jsdom, which draws nothing.
const nothing = {};
export { nothing as default };
