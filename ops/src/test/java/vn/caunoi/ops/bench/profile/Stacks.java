package vn.caunoi.ops.bench.profile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;

/** Samples by stack, from the thread's kind inwards. */
record Stacks(Map<List<String>, Integer> counts) {
    private static final int DEEPEST = 128;

    static Stacks of(Path recording) throws IOException {
        Map<List<String>, Integer> counts =
                new TreeMap<>((a, b) -> String.join(";", a).compareTo(String.join(";", b)));
        try (RecordingFile file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                RecordedEvent event = file.readEvent();
                RecordedStackTrace trace = event.getStackTrace();
                if (event.getEventType().getName().equals("jdk.ExecutionSample") && trace != null)
                    counts.merge(frames(event.getThread("sampledThread"), trace), 1, Integer::sum);
            }
        }
        return new Stacks(counts);
    }

    private static List<String> frames(RecordedThread thread, RecordedStackTrace trace) {
        List<String> frames = new ArrayList<>();
        for (RecordedFrame frame : trace.getFrames())
            frames.addFirst(frame.getMethod().getType().getName() + "."
                    + frame.getMethod().getName());
        String name = String.valueOf(thread.getJavaName() == null ? thread.getOSName() : thread.getJavaName());
        frames.addFirst(name.replaceAll("[0-9]+", "N"));
        return List.copyOf(frames.subList(0, Math.min(frames.size(), DEEPEST)));
    }

    int total() {
        return counts.values().stream().mapToInt(n -> n).sum();
    }
}
