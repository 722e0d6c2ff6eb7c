package vn.caunoi.api.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.processes.studio.EnglishNames;
import vn.caunoi.processes.studio.Library;

/**
 * What processes and their steps are called. A process is called by the words of the house, else as its newest diagram says. A step that a designer named in both languages is called so; of others the words of the house
 * stand for the step or its form, and where there are none the name in the diagram.
 */
@Component("steps")
class StepNames {

    private static final long FRESH_NANOS = 5_000_000_000L;

    private record Read(Map<String, String> english, Map<String, String> processes, long at) {}

    private final Library library;
    private final Words say;
    private final AtomicReference<@Nullable Read> last = new AtomicReference<>();

    StepNames(Library library, Words say) {
        this.library = library;
        this.say = say;
    }

    /** @param key of the process; itself where no such process is known */
    public String process(String key) {
        return say.or("process." + key, read().processes().getOrDefault(key, key));
    }

    /** @param key id of the step in its diagram, {@code name} as there */
    public String of(String key, String name) {
        return of(key, key, name);
    }

    /** @param worded what words of the house there may be for: the step or its form */
    public String of(String key, @Nullable Object worded, String name) {
        String english = read().english().get(EnglishNames.key(key, name));
        return english == null ? say.or("form." + worded, name) : say.either(name, english);
    }

    private Read read() {
        Read read = last.get();
        long now = System.nanoTime();
        if (read == null || now - read.at() > FRESH_NANOS) {
            read = new Read(library.english(), names(), now);
            last.set(read);
        }
        return read;
    }

    private Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        for (Library.Entry one : library.models()) names.putIfAbsent(one.key(), one.name());
        return names;
    }
}
