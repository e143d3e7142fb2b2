import type { Config } from "tailwindcss";

const token = (name: string) => `var(--${name})`;

/** The only colours and text sizes a screen may use. Values live in app/globals.css, once for each theme. */
export default {
  content: ["./app/**/*.tsx", "./components/**/*.tsx"],
  darkMode: ["selector", '[data-theme="dark"]'],
  theme: {
    colors: {
      transparent: "transparent",
      current: "currentColor",
      inherit: "inherit",
      paper: token("paper"),
      sheet: token("sheet"),
      raised: token("raised"),
      line: token("line"),
      hair: token("hair"),
      edge: token("edge"),
      ink: { DEFAULT: token("ink"), 2: token("ink-2"), 3: token("ink-3") },
      green: { DEFAULT: token("green"), soft: token("green-soft"), ghost: token("green-ghost") },
      amber: { DEFAULT: token("amber"), soft: token("amber-soft") },
      red: { DEFAULT: token("red"), soft: token("red-soft") },
      blue: { DEFAULT: token("blue"), soft: token("blue-soft") },
    },
    fontFamily: { sans: token("font") },
    fontSize: {
      "2xs": ["11px", "16px"],
      xs: ["12px", "18px"],
      sm: ["13px", "19px"],
      base: ["13px", "19px"],
      lg: ["16px", "22px"],
      xl: ["18px", "24px"],
      "2xl": ["26px", "32px"],
    },
    borderRadius: { none: "0", sm: "4px", DEFAULT: "6px", md: "6px", lg: "8px", full: "999px" },
    boxShadow: { none: "none", float: token("shadow-float"), modal: token("shadow-modal") },
    extend: {
      spacing: { row: token("row"), control: token("control"), nav: token("nav") },
    },
  },
} satisfies Config;
