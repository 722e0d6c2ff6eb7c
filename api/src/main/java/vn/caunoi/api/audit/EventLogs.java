package vn.caunoi.api.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.Reason;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.core.vault.Vault;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.casefile.CaseFiles;
import vn.caunoi.projections.casefile.CaseFiles.Entry;

/** The events of a selection of cases, case by case, as supervisors see them and without anything that was typed. */
@Component
class EventLogs {

    /** Cases of one log. */
    static final int MOST = 20_000;

    private static final int AT_ONCE = 100;

    private final CaseFiles files;
    private final Vault vault;

    EventLogs(CaseFiles files, Vault vault) {
        this.files = files;
        this.vault = vault;
    }

    /** A case with its events, oldest first. */
    record Trace(Entry entry, List<LoggedEvent> events) {}

    /** Called for each case of a selection. */
    @FunctionalInterface
    interface Hearing<X extends Exception> {
        void hear(Trace trace) throws X;
    }

    /** Refuses who oversees nothing. */
    static void mayTake(Actor actor) {
        if (!actor.is(Role.INSPECTOR) && !actor.is(Role.HEAD)) throw Refusal.because(Reason.NOT_ALLOWED);
    }

    <X extends Exception> void each(CaseFiles.Filter filter, Actor actor, Hearing<X> hearing) throws X {
        Visibility sight = Visibility.of(actor);
        String cursor = null;
        int heard = 0;
        do {
            Page<Entry> page = files.search(filter, sight, CaseFiles.Sort.NEWEST, cursor, AT_ONCE);
            for (Entry entry : page.items()) hearing.hear(new Trace(entry, events(entry, sight)));
            heard += page.items().size();
            cursor = page.next();
        } while (cursor != null && heard < MOST);
    }

    private List<LoggedEvent> events(Entry entry, Visibility sight) {
        Map<String, String> steps = new HashMap<>();
        List<LoggedEvent> events = new ArrayList<>();
        files.history(entry.id(), sight).orElse(List.of()).forEach(item -> events.add(LoggedEvent.of(item, steps)));
        return events;
    }

    /** The same word for the same account in all logs, from which the account cannot be told without the vault's key. */
    String resource(@Nullable String account, boolean named) {
        if (account == null) return "system";
        return named
                ? account
                : "p-" + vault.blindIndex("log resource " + account).substring(0, 12);
    }
}
