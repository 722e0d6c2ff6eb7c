-- Who runs on a version, in pages.
create index running_by_version on running (process, version, petition);
