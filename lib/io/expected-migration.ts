/** The newest migration that this build came with, as scripts/prepare found it; null when started without it. */
export function expectedMigration(): string | null {
  return process.env.GRANGE_MIGRATION || null;
}
