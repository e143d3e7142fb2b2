/** Settles when this process should end: by a signal, or because the process that started it is gone. */
export function untilTold(): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.once(signal, () => resolve(signal));
    if (process.connected) process.once("disconnect", () => resolve("parent gone"));
  });
}
