package vn.caunoi.api.web;

import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.processes.studio.EnglishNames;
import vn.caunoi.processes.studio.Library;

/**
 * What steps of processes are called. One that a designer named in both languages is called so; of others the words of the house
 * stand for the step or its form, and where there are none the name in the diagram.
 */
@Component("steps")
class StepNames {

    private static final long FRESH_NANOS = 5_000_000_000L;

    private record Read(Map<String, String> english, long at) {}

    private final Library library;
    private final Words say;
    private final AtomicReference<@Nullable Read> last = new AtomicReference<>();

    StepNames(Library library, Words say) {
        this.library = library;
        this.say = say;
    }

    /** @param key id of the step in its diagram, {@code name} as there */
    public String of(String key, String name) {
        return of(key, key, name);
    }

    /** @param worded what words of the house there may be for: the step or its form */
    public String of(String key, @Nullable Object worded, String name) {
        String english = english().get(EnglishNames.key(key, name));
        return english == null ? say.or("form." + worded, name) : say.either(name, english);
    }

    private Map<String, String> english() {
        Read read = last.get();
        long now = System.nanoTime();
        if (read == null || now - read.at() > FRESH_NANOS) {
            read = new Read(library.english(), now);
            last.set(read);
        }
        return read.english();
    }
}
