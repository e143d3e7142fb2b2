import { BOOK, type Fill } from "../large-tenant";

/**
 * bench_company: no, id, clients, kams, documents. Company 1 is the large one; company 2 its twin: the first KAM's book alone; the others have a book
 * and a few sales each, so that every table has rows of other companies between.
 */
export const fillCompanies: Fill = async (db, size) => {
  await db.query(
    `create temp table bench_company as select no, md5('bench company ' || no)::uuid as id, case no when 1 then $1::int else ${BOOK} end as clients,
       case no when 1 then $2::int else 1 end as kams, case when no <= 2 then $3::int else least(2, $3::int) end as documents
     from generate_series(1, $4::int) no`,
    [size.clients, size.kams, size.documents, size.companies],
  );
  await db.query(
    "insert into identity.tenant (id, name, locale, currency, created_at) select id, 'Bench ' || no, 'en', 'RUB', '2020-01-01' from bench_company",
  );
};
