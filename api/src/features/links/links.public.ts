export { LinksModule } from './links.module.js';
export { CodeSentResponse, OpenedLinkResponse, OpenLinkRequest, VerifyCodeRequest } from './links.dto.js';
export { codeLetter } from './links.letters.js';
