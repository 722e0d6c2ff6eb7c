package vn.caunoi.ops.bench.work;

import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.HistoryService;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.ops.bench.Goal;
import vn.caunoi.ops.bench.Ground;
import vn.caunoi.ops.bench.Measure;
import vn.caunoi.ops.bench.Pairs;
import vn.caunoi.ops.bench.Row;
import vn.caunoi.ops.bench.Timing;
import vn.caunoi.ops.bench.WrongResult;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.casefile.CaseFiles;

/** Row 9: all that happened to one case among very many. */
public final class CaseHistory implements Row {
    private final Ground ground;
    private final Archive archive;
    private final Archive.Peer peer;
    private final CaseFiles files;
    private final HistoryService history;

    public CaseHistory(Ground ground) {
        this.ground = ground;
        this.archive = Archive.on(ground);
        this.peer = archive.peer();
        this.files = archive.product().bean(CaseFiles.class);
        this.history = peer.camunda().engine().getHistoryService();
    }

    @Override
    public void measure(Pairs pairs, int times) {
        int items = ours(archive.original());
        int theirs = peers(peer.original());
        WrongResult.unlessSame("items of a copy", ours(archive.copy(7)), items);
        WrongResult.unlessSame("items of the peer's copy", peers(peer.copy(7)), theirs);
        long events = archive.product().store().answer("select count(*) from ledger.event");
        archive.tell(pairs);
        pairs.remark("items of the case", items + "; the peer has " + archive.closed() + " finished instances");
        pairs.remark("the peer's", theirs + " activities, tasks and details, three queries");
        Measure time = new Measure(
                "9",
                "history of a case, " + Goal.told(events) + " events in store, HistoryService",
                "ms",
                Goal.faster(5, 15));
        int asks = ground.size().of(20, 1_000, 1_000);
        AtomicInteger n = new AtomicInteger();
        // another one each time; the ids are made beforehand
        String[] our = java.util.stream.IntStream.range(0, asks)
                .mapToObj(k -> archive.copy(1 + k * 7919 % archive.closed()))
                .toArray(String[]::new);
        String[] their = java.util.stream.IntStream.range(0, asks)
                .mapToObj(k -> peer.copy(1 + k * 7919 % archive.closed()))
                .toArray(String[]::new);
        int toWarm = ground.size().of(20, 5_000, 5_000);
        Timing.of(toWarm, () -> ours(our[n.getAndIncrement() % asks]));
        Timing.of(toWarm, () -> peers(their[n.getAndIncrement() % asks]));
        for (int k = 0; k < times; k++) {
            Timing first = Timing.of(asks, () -> ours(our[n.getAndIncrement() % asks]));
            Timing second = Timing.of(asks, () -> peers(their[n.getAndIncrement() % asks]));
            pairs.add(time, first.median(), second.median());
        }
    }

    private int ours(String petition) {
        return files.history(new PetitionId(petition), Visibility.everything())
                .map(java.util.List::size)
                .orElse(0);
    }

    private int peers(String instance) {
        return history.createHistoricActivityInstanceQuery()
                        .processInstanceId(instance)
                        .orderByHistoricActivityInstanceStartTime()
                        .asc()
                        .list()
                        .size()
                + history.createHistoricTaskInstanceQuery()
                        .processInstanceId(instance)
                        .list()
                        .size()
                + history.createHistoricDetailQuery()
                        .processInstanceId(instance)
                        .list()
                        .size();
    }

    @Override
    public void close() {}
}
