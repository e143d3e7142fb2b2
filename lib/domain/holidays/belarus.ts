import type { CountryHolidays } from "./country-holidays";

/** Belarus: public holidays, the days that the government moves, and the short days before them. */
export const belarus: CountryHolidays = {
  2024: {
    off: "01-01/01-02 01-07 03-08 05-01 05-09 05-13/05-14 07-03 11-07/11-08 12-25",
    short: "03-07 04-30 05-08 05-18 07-02 11-06 12-24 12-31",
    working: "11-16",
  },
  2025: {
    off: "01-01/01-02 01-07 03-08 04-28/04-29 05-01 05-09 07-03/07-04 11-07 12-25/12-26",
    short: "01-06 01-11 03-07 04-26 04-30 05-08 07-02 11-06 12-24 12-31",
    working: "07-12 12-20",
  },
  2026: {
    off: "01-01/01-02 01-07 03-08 04-20/04-21 05-01 05-09 07-03 11-07 12-25",
    short: "01-06 04-25 04-30 05-08 07-02 11-06 12-24 12-31",
    working: "",
  },
};
