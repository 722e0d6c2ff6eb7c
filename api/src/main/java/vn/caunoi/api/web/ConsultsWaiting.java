package vn.caunoi.api.web;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.caunoi.api.consult.AskedDesk;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.projections.consult.Consults;

/** Opinions that wait for the reader, told where everybody begins the day; and those the reader waits for. */
@Component("consultsWaiting")
class ConsultsWaiting {

    private static final int FIRST = 10;

    /** @param many all of them, of which {@code first} are the most urgent */
    record Some(List<Consults.Entry> first, long many) {}

    private final Consults consults;
    private final CurrentActor current;

    ConsultsWaiting(Consults consults, CurrentActor current) {
        this.consults = consults;
        this.current = current;
    }

    /** What the reader's unit is asked. */
    public Some asked() {
        Actor actor = current.find().filter(AskedDesk::works).orElse(null);
        if (actor == null) return new Some(List.of(), 0);
        List<Consults.Entry> first = consults.askedOf(actor, null, FIRST).items();
        return new Some(first, first.size() < FIRST ? first.size() : consults.countAskedOf(actor));
    }

    /** What the reader asked others. */
    public List<Consults.Entry> waitedFor() {
        return current.find()
                .filter(AskedDesk::works)
                .map(actor -> consults.waitedForBy(actor, null, FIRST).items())
                .orElse(List.of());
    }
}
