-- The catalogue of measures has keepers of its own: whoever answers for targets, not only who keeps words.
select app.isolate('measure', 'tenant', '{measure:edit}', commands => '{insert,update}');
