import { Refusal, type Result } from "./refusal";
import type { Scope } from "./scope";

type Submit = { key: string; action: string; inputHash: Uint8Array<ArrayBuffer> };

/**
 * Runs a write once per key: the key goes in first, so a second submit waits for the first and then gets its answer.
 * The same key with another action or input is refused. Results must be plain JSON.
 */
export async function answerOnce<T>(scope: Scope, submit: Submit, run: () => Promise<Result<T>>): Promise<Result<T>> {
  const inserted = await scope.db.$executeRaw`
    insert into idempotency_key (key, action, input_hash) values (${submit.key}::uuid, ${submit.action}, ${submit.inputHash}) on conflict do nothing`;
  if (inserted === 0) {
    const before = await scope.db.idempotencyKey.findFirst({
      where: { key: submit.key },
      select: { action: true, inputHash: true, result: true },
    });
    const same = before?.action === submit.action && Buffer.compare(before.inputHash, submit.inputHash) === 0;
    if (!same || before.result === null) throw new Refusal("key-reused");
    return before.result as unknown as Result<T>;
  }
  const result = await run();
  await scope.db
    .$executeRaw`update idempotency_key set result = ${JSON.stringify(result)}::jsonb where key = ${submit.key}::uuid`;
  return result;
}
