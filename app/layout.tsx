import cyrillic from "@fontsource-variable/onest/files/onest-cyrillic-wght-normal.woff2";
import latin from "@fontsource-variable/onest/files/onest-latin-wght-normal.woff2";
import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { preload } from "react-dom";
import { FirstMessages } from "@/components/ui/more-messages";
import { ThemeProvider } from "@/components/ui/theme-provider";
import { Toaster } from "@/components/ui/toaster";
import { clientMessages } from "@/lib/i18n/client-messages";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Grange", template: "%s · Grange" },
  applicationName: "Grange",
  manifest: "/manifest.webmanifest",
  icons: { icon: [{ url: "/icon.svg", type: "image/svg+xml" }, "/icon-192.png"], apple: "/icon-180.png" },
  robots: { index: false, follow: false },
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbfaf7" },
    { media: "(prefers-color-scheme: dark)", color: "#101412" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const locale = await getLocale();
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  // Otherwise the browser learns of the letters only after the style sheet, and the first words jump.
  for (const font of [cyrillic, latin]) {
    preload(font, { as: "font", type: "font/woff2", crossOrigin: "anonymous" });
  }
  return (
    // The theme is written on <html> by a script before React wakes up.
    <html lang={locale} suppressHydrationWarning>
      <body>
        <FirstMessages locale={locale} messages={clientMessages(locale, ["errors", "shell", "ui", "words"])}>
          <ThemeProvider nonce={nonce}>
            {children}
            <Toaster />
          </ThemeProvider>
        </FirstMessages>
      </body>
    </html>
  );
}
