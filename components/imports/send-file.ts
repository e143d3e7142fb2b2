import type { ActResult } from "@/components/ui/act";

export type Sending = { answer: Promise<ActResult<{ id: string }>>; stop: () => void };

/** SHA-256 of a file, as hexadecimal digits. */
export async function sha256Of(file: File): Promise<string> {
  const sum = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
  return [...new Uint8Array(sum)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Streams a file to the server, saying how many bytes have gone. XMLHttpRequest, because fetch does not say that. */
export function sendFile(file: File, of: { company: string; sha256: string }, tell: (sent: number) => void): Sending {
  const request = new XMLHttpRequest();
  const answer = new Promise<ActResult<{ id: string }>>((resolve) => {
    const lost = () => resolve({ ok: false, code: "offline" });
    request.upload.onprogress = ({ loaded }) => tell(loaded);
    request.onerror = lost;
    request.onabort = () => resolve({ ok: false, code: "cancelled" });
    request.onload = () => {
      try {
        resolve(JSON.parse(request.responseText) as ActResult<{ id: string }>);
      } catch {
        lost();
      }
    };
    request.open("POST", "/api/files");
    request.setRequestHeader("x-grange-company", of.company);
    request.setRequestHeader("x-grange-name", encodeURIComponent(file.name.slice(-200)));
    request.setRequestHeader("x-grange-size", String(file.size));
    request.setRequestHeader("x-grange-sha256", of.sha256);
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.send(file);
  });
  return { answer, stop: () => request.abort() };
}
