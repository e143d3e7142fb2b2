-- Ids of shipped words were bare hashes, which forms do not take for a uuid (RFC 9562). They get its version 8 and its variant.
create function app.shipped_id(named text) returns uuid language sql immutable as
$$ select overlay(overlay(md5(named) placing '8' from 13 for 1) placing '8' from 17 for 1)::uuid $$;

do $$
begin
  execute replace(replace(pg_get_functiondef('app.ship_client_card(uuid)'::regprocedure),
    $old$md5(for_tenant || ':number:' || key)::uuid$old$, $new$app.shipped_id(for_tenant || ':number:' || key)$new$),
    $old$md5(for_tenant || ':question:' || key)::uuid$old$, $new$app.shipped_id(for_tenant || ':question:' || key)$new$);
end $$;

alter table key_number drop constraint key_number_tenant_id_kind_id_fkey;
alter table profile_answer drop constraint profile_answer_tenant_id_question_id_fkey;
update key_number n set kind_id = app.shipped_id(k.tenant_id || ':number:' || k.key)
  from number_kind k where k.tenant_id = n.tenant_id and k.id = n.kind_id and k.key is not null;
update profile_answer a set question_id = app.shipped_id(q.tenant_id || ':question:' || q.key)
  from profile_question q where q.tenant_id = a.tenant_id and q.id = a.question_id and q.key is not null;
update number_kind set id = app.shipped_id(tenant_id || ':number:' || key) where key is not null;
update profile_question set id = app.shipped_id(tenant_id || ':question:' || key) where key is not null;
alter table key_number add foreign key (tenant_id, kind_id) references number_kind (tenant_id, id);
alter table profile_answer add foreign key (tenant_id, question_id) references profile_question (tenant_id, id);
