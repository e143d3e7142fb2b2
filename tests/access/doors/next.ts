// What Next gives to a door, in our hands: the request that is being answered, and the ways out. It imports nothing of ours, because
// our modules import it in Next's place.

export const request = { cookies: new Map<string, string>(), headers: new Headers() };

export class WayOut extends Error {
  constructor(readonly to: string) {
    super(`left for ${to}`);
  }
}

function leave(to: string): never {
  throw new WayOut(to);
}

function entry(name: string): { name: string; value: string } | undefined {
  const value = request.cookies.get(name);
  return value === undefined ? undefined : { name, value };
}

export const nextHeaders = {
  cookies: async () => ({
    get: entry,
    getAll: () => [...request.cookies].map(([name, value]) => ({ name, value })),
    has: (name: string) => request.cookies.has(name),
    set: (name: string, value: string) => void request.cookies.set(name, value),
    delete: (name: string) => void request.cookies.delete(name),
  }),
  headers: async () => request.headers,
};

export const nextNavigation = {
  redirect: leave,
  permanentRedirect: leave,
  notFound: () => leave("not-found"),
};

const nothing = () => undefined;
export const nextCache = { refresh: nothing, revalidatePath: nothing, revalidateTag: nothing, updateTag: nothing };
