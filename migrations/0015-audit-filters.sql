-- The audit log is also read by act, and its acts and kinds of subject are listed.
create index audit_log_act on audit_log (act, at desc, id desc);
