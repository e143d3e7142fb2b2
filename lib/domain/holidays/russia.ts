import type { CountryHolidays } from "./country-holidays";

/** Russia: the Labour Code's holidays, and the days off that the government moves every year. */
export const russia: CountryHolidays = {
  2024: {
    off: "01-01/01-08 02-23 03-08 04-29/05-01 05-09/05-10 06-12 11-04 12-30/12-31",
    short: "02-22 03-07 05-08 06-11 11-02",
    working: "04-27 12-28",
  },
  2025: {
    off: "01-01/01-08 02-23 03-08 05-01/05-02 05-08/05-09 06-12/06-13 11-03/11-04 12-31",
    short: "03-07 04-30 06-11 11-01",
    working: "",
  },
  2026: {
    off: "01-01/01-09 02-23 03-08/03-09 05-01 05-09 05-11 06-12 11-04 12-31",
    short: "04-30 05-08 06-11 11-03",
    working: "",
  },
  2027: {
    off: "01-01/01-08 02-22/02-23 03-08 05-01 05-03 05-09/05-10 06-12 06-14 11-04/11-05 12-31",
    short: "02-20 04-30 06-11 11-03",
    working: "",
  },
};
