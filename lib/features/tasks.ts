import type { Task } from "@/lib/io/queue";

/** Every job that the worker process runs, by its name in the queue. */
export const tasks: Record<string, Task> = {};

/** When the clock starts which job: crontab lines, UTC. */
export const schedule = "";
