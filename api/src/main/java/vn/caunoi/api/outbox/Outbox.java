package vn.caunoi.api.outbox;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.caunoi.core.ledger.Progress;
import vn.caunoi.core.ledger.ReadingOn;
import vn.caunoi.core.ledger.Recorded;
import vn.caunoi.core.ledger.Wanted;
import vn.caunoi.core.petition.PetitionEvent;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.casefile.CaseFiles;

/**
 * Reads what happened to petitions, and lets each hearer note what is to go out. The position and what was noted are one
 * transaction, so that every event is heard once, on whatever node; a rebuild of read models tells nothing again.
 */
@Component
public class Outbox {

    private static final String NAME = "petitions";
    private static final int PART = 200;
    private static final int MOST_PARTS = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ReadingOn record;
    private final Progress progress;
    private final CaseFiles files;
    private final List<Hearer> hearers;
    private final JdbcClient jdbc;
    private final TransactionTemplate together;

    Outbox(
            ReadingOn record,
            Progress progress,
            CaseFiles files,
            List<Hearer> hearers,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.record = record;
        this.progress = progress;
        this.files = files;
        this.hearers = List.copyOf(hearers);
        this.jdbc = jdbc;
        this.together = new TransactionTemplate(transactions);
    }

    /** Goes on to the end of the record. */
    public void gather() {
        List<Hearer> listening = hearers.stream().filter(Hearer::isListening).toList();
        if (listening.isEmpty()) {
            begin(record.head());
            return;
        }
        for (int parts = 0; parts < MOST_PARTS; parts++) {
            if (!gatherPart(listening)) return;
        }
    }

    private boolean gatherPart(List<Hearer> listening) {
        Optional<Long> known = position();
        if (known.isEmpty()) {
            begin(record.head());
            return false;
        }
        long position = known.get();
        var part = record.after(position, PART, Wanted.of(PetitionEvent.class));
        if (part.position() == position || !progress.awaitSettled(PATIENCE)) return false;
        return Boolean.TRUE.equals(together.execute(transaction -> take(part, position, listening)));
    }

    /** False when another node was faster. */
    private boolean take(ReadingOn.Part part, long position, List<Hearer> listening) {
        int mine = jdbc.sql("update vault.outbox set position = ? where name = ? and position = ?")
                .params(part.position(), NAME, position)
                .update();
        if (mine == 0) return false;
        part.events().forEach(event -> hear(event, listening));
        return true;
    }

    private void hear(Recorded event, List<Hearer> listening) {
        PetitionEvent fact = (PetitionEvent) event.payload();
        files.byId(fact.petition(), Visibility.everything())
                .ifPresent(file -> listening.forEach(hearer -> hearer.hear(event, file)));
    }

    private Optional<Long> position() {
        return jdbc.sql("select position from vault.outbox where name = ?")
                .param(NAME)
                .query(Long.class)
                .optional();
    }

    /** From here on. */
    private void begin(long position) {
        jdbc.sql("insert into vault.outbox values (?, ?) on conflict (name) do update"
                        + " set position = excluded.position where vault.outbox.position < excluded.position")
                .params(NAME, position)
                .update();
    }
}
