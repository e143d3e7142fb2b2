import { hash, verify } from "@node-rs/argon2";

// The library's default algorithm is argon2id.
const strength = { memoryCost: 65536, timeCost: 3, parallelism: 1 };

// 64 MiB each: at most four at once, the others wait their turn.
let free = 4;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (free > 0) free--;
  else await new Promise<void>((resolve) => waiting.push(resolve));
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else free++;
  }
}

export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize("NFC"), strength));
}

let decoy: Promise<string> | undefined;

/** False for a wrong password, and, after the same work, for a person who does not exist or has none. */
export async function verifyPassword(stored: string | null | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword("nobody has this one");
  const against = stored ?? (await decoy);
  const fits = await inTurn(() => verify(against, password.normalize("NFC")));
  return fits && stored != null;
}
