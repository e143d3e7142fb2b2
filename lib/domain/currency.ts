/** Currencies that a company may keep its books in, ISO 4217; those of its first users' neighbourhood first. */
export const currencies = [
  "RUB",
  "BYN",
  "KZT",
  "AMD",
  "AZN",
  "GEL",
  "KGS",
  "UZS",
  "USD",
  "EUR",
  "GBP",
  "CNY",
  "TRY",
  "AED",
  "INR",
  "JPY",
] as const;
