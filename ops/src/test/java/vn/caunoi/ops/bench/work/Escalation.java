package vn.caunoi.ops.bench.work;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.caunoi.core.clock.BusinessClock;
import vn.caunoi.ops.bench.Camunda;
import vn.caunoi.ops.bench.Goal;
import vn.caunoi.ops.bench.Ground;
import vn.caunoi.ops.bench.Measure;
import vn.caunoi.ops.bench.Pairs;
import vn.caunoi.ops.bench.Product;
import vn.caunoi.ops.bench.Row;
import vn.caunoi.ops.bench.Size;
import vn.caunoi.ops.bench.Store;
import vn.caunoi.ops.bench.WrongResult;
import vn.caunoi.ops.bench.filling.Cloning;
import vn.caunoi.ops.bench.filling.Cloning.Table;
import vn.caunoi.ops.server.FallingDue;

/** Row 8: a tenth of very many open cases falls due at once, and each is escalated. */
public final class Escalation implements Row {
    /** Many more than these warm the program by themselves. */
    private static final int FEW = 5_000;

    private final Ground ground;
    private final Archive archive;
    private final Product product;
    private final int open;
    private final int overdue;
    private final Camunda camunda;
    private final DefaultJobExecutor executor;

    public Escalation(Ground ground) {
        this.ground = ground;
        this.archive = Archive.on(ground);
        this.product = archive.product();
        this.open = archive.open();
        this.overdue = open / 10;
        this.camunda = Camunda.start(ground, "escalation_camunda", "none", Camunda.Settings.TUNED);
        archive.nothingFallsDue();
        product.bean(BusinessClock.class).advance(Duration.ofDays(60));
        peers();
        this.executor = tuned();
    }

    private void peers() {
        Desk desk = new CamundaDesk(camunda, Model.peersWithTimer());
        desk.handIn();
        Cloning cloning = new Cloning(
                ground,
                camunda.store(),
                new Table("public", "act_ru_meter_log"),
                new Table("public", "act_ge_property"));
        desk.handIn();
        cloning.template().multiply(open);
        // a copy's timer has to fire like any other
        camunda.engine()
                .getManagementService()
                .executeJob(camunda.engine()
                        .getManagementService()
                        .createJobQuery()
                        .listPage(0, 1)
                        .getFirst()
                        .getId());
    }

    /** Many jobs at a time, a queue that takes them, no waiting in between. */
    private DefaultJobExecutor tuned() {
        var settings = (ProcessEngineConfigurationImpl) camunda.engine().getProcessEngineConfiguration();
        DefaultJobExecutor jobs = (DefaultJobExecutor) settings.getJobExecutor();
        jobs.setMaxJobsPerAcquisition(100);
        jobs.setQueueSize(500);
        jobs.setCorePoolSize(Crew.PEOPLE);
        jobs.setMaxPoolSize(Crew.PEOPLE);
        jobs.setWaitTimeInMillis(20);
        jobs.setMaxWait(50);
        jobs.setBackoffTimeInMillis(5);
        jobs.setMaxBackoff(20);
        return jobs;
    }

    @Override
    public void measure(Pairs pairs, int times) {
        archive.tell(pairs);
        pairs.remark("open cases on both sides", open);
        pairs.remark(
                "the peer",
                "history none, 8 threads, 100 jobs an acquisition, queue 500; what is done about it does nothing");
        Measure rate = new Measure(
                "8",
                Goal.told(overdue) + " overdue of " + Goal.told(open) + " escalated, Camunda timers, tuned",
                "/s",
                Goal.more(10, 50));
        if (ground.size() != Size.QUICK && overdue <= FEW) {
            escalate();
            fire();
        }
        for (int n = 0; n < times; n++) {
            double our = overdue / escalate();
            double their = overdue / fire();
            pairs.add(rate, our, their);
        }
    }

    private double escalate() {
        Store store = product.store();
        long before = escalated(store);
        product.wake();
        ground.settle();
        long begun = System.nanoTime();
        fallDue(store.jdbc());
        product.bean(FallingDue.class).settle();
        double seconds = (System.nanoTime() - begun) / 1e9;
        product.rest();
        WrongResult.unlessSame("escalated cases", escalated(store) - before, (long) overdue);
        return seconds;
    }

    private void fallDue(JdbcTemplate jdbc) {
        jdbc.update(
                "update engine.due set next_at = due where (petition, what, name) in"
                        + " (select petition, what, name from engine.due where next_at = 'infinity' limit ?)",
                overdue);
    }

    private static long escalated(Store store) {
        return store.answer("select count(*) from views.oversight_case where level > 0");
    }

    private double fire() {
        Store store = camunda.store();
        long waiting = store.answer("select count(*) from act_ru_job");
        ground.settle();
        long begun = System.nanoTime();
        store.jdbc()
                .update(
                        "update act_ru_job set duedate_ = now() at time zone 'UTC' - interval '1 day' where id_ in"
                                + " (select id_ from act_ru_job where duedate_ > now() + interval '1 day' limit ?)",
                        overdue);
        executor.start();
        while (store.answer("select count(*) from act_ru_job where duedate_ < now() at time zone 'UTC'") > 0)
            LockSupport.parkNanos(100_000_000);
        double seconds = (System.nanoTime() - begun) / 1e9;
        executor.shutdown();
        WrongResult.unlessSame(
                "timers that fired", waiting - store.answer("select count(*) from act_ru_job"), (long) overdue);
        return seconds;
    }

    @Override
    public void close() {
        camunda.close();
    }
}
