import pino from "pino";

/** Structured log on standard output. Personal values and secrets never belong here; what might slip in is removed. */
export const log = pino({
  level: process.env.GRANGE_LOG ?? "info",
  redact: {
    paths: [
      "password",
      "token",
      "email",
      "*.password",
      "*.token",
      "*.email",
      "headers.cookie",
      "headers.authorization",
    ],
    remove: true,
  },
});
