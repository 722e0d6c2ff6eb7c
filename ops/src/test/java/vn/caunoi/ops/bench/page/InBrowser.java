package vn.caunoi.ops.bench.page;

import java.util.List;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import vn.caunoi.ops.bench.Goal;
import vn.caunoi.ops.bench.Ground;
import vn.caunoi.ops.bench.Measure;
import vn.caunoi.ops.bench.Pairs;
import vn.caunoi.ops.bench.Row;
import vn.caunoi.ops.bench.WrongResult;
import vn.caunoi.ops.bench.page.Chromium.Came;
import vn.caunoi.ops.bench.work.Archive;

/** Row 12: inbox and case page in a browser, while very many cases are open. */
public final class InBrowser implements Row {

    /** From here people feel that they wait. */
    private static final Goal FIRST_BYTE = Goal.below(100, 40);
    /** "Good" by the measure of the browsers' makers is 2,500. */
    private static final Goal PAINT = Goal.below(600, 300);

    private static final Goal KILOBYTES = Goal.below(100, 60);

    private final Ground ground;
    private final Archive archive;
    private final Chromium chromium;

    public InBrowser(Ground ground) {
        this.ground = ground;
        this.archive = Archive.on(ground);
        archive.product().wake();
        archive.product().settle();
        String site = "http://127.0.0.1:" + archive.product().port();
        this.chromium = new Chromium(site, "officer3");
    }

    @Override
    public void measure(Pairs pairs, int times) {
        archive.tell(pairs);
        String open = Goal.told(archive.open());
        chromium.ask("/inbox?scope=unit");
        WrongResult.unless(chromium.rows() > 0, "the inbox shows no case of the unit");
        for (int n = 0; n < times; n++) {
            told(pairs, "inbox, " + open + " open tasks of the unit", k -> "/inbox?scope=unit");
            told(pairs, "case page, " + open + " open cases", k -> "/cases/" + archive.openCopy(k));
        }
    }

    private void told(Pairs pairs, String what, IntFunction<String> path) {
        int asks = ground.size().of(3, 41, 101);
        IntStream.rangeClosed(1, asks).forEach(n -> chromium.ask(path.apply(n)));
        List<Came> came = IntStream.rangeClosed(1, asks)
                .mapToObj(n -> chromium.ask(path.apply(asks + n)))
                .toList();
        pairs.add(new Measure("12", what + ": first byte", "ms", FIRST_BYTE), median(came, Came::firstByte));
        pairs.add(new Measure("12", what + ": largest paint", "ms", PAINT), median(came, Came::largestPaint));
        pairs.add(new Measure("12", what + ": on the line", "KiB", KILOBYTES), median(came, Came::kilobytes));
    }

    private static double median(List<Came> came, ToDoubleFunction<Came> of) {
        return came.stream().mapToDouble(of).sorted().toArray()[came.size() / 2];
    }

    @Override
    public void close() {
        chromium.close();
    }
}
