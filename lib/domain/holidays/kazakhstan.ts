import type { CountryHolidays } from "./country-holidays";

/** Kazakhstan: national and state holidays with their days off in lieu. */
export const kazakhstan: CountryHolidays = {
  2024: {
    off: "01-01/01-02 01-07 03-08 03-21/03-23 05-01 05-07 05-09 07-06 08-30 12-01 12-16/12-17",
    short: "",
    working: "",
  },
  2025: {
    off: "01-01/01-02 01-07 03-08 03-21/03-23 05-01 05-07 05-09 07-06 08-30 10-25 12-16",
    short: "",
    working: "",
  },
  2026: {
    off: "01-01/01-02 01-07 03-08/03-09 03-21/03-25 05-01 05-07 05-09 05-11 05-27 07-06 08-30/08-31 10-25/10-26 12-16",
    short: "",
    working: "",
  },
};
