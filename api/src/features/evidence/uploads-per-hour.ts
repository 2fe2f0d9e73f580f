/** Of one workspace, whatever the files are for. */
export const uploadsPerHour = { hits: 600, seconds: 3600 };
