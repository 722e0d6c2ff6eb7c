package vn.caunoi.api.web;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
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

    /** Of so many versions of a process the steps are known. */
    private static final int RECENT = 3;

    private static final long FRESH_NANOS = 5_000_000_000L;

    /** @param steps as the newest of the recent versions calls them, by {@code process/step} */
    private record Read(
            List<Library.Entry> models,
            Map<String, String> english,
            Map<String, String> processes,
            Map<String, String> steps,
            long at) {}

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

    /** A step by its place; empty where no recent version has it, or none with a name. */
    public String at(String process, @Nullable String step) {
        String name = step == null ? null : read().steps().get(process + "/" + step);
        return step == null || name == null || name.isBlank() ? "" : of(step, name);
    }

    /** What steps of one process are called, as far as they have a name. @param steps their ids, parted by spaces */
    public String all(String process, @Nullable String steps) {
        if (steps == null) return "";
        return Arrays.stream(steps.split(" "))
                .map(step -> at(process, step))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining("; "));
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

    /** Diagrams are read anew only when there are others: they are many and large. */
    private Read read() {
        Read read = last.get();
        long now = System.nanoTime();
        if (read != null && now - read.at() <= FRESH_NANOS) return read;
        List<Library.Entry> models = library.models();
        Read newer = read != null && read.models().equals(models)
                ? new Read(models, read.english(), read.processes(), read.steps(), now)
                : new Read(models, library.english(), names(models), steps(models), now);
        last.set(newer);
        return newer;
    }

    private Map<String, String> steps(List<Library.Entry> models) {
        Map<String, String> steps = new HashMap<>();
        Map<String, Integer> newest = new HashMap<>();
        for (Library.Entry one : models) {
            if (one.version() <= newest.computeIfAbsent(one.key(), key -> one.version()) - RECENT) continue;
            for (Library.Drawn drawn : library.drawn(one.key(), one.version()))
                steps.putIfAbsent(one.key() + "/" + drawn.id(), drawn.name());
        }
        return steps;
    }

    private static Map<String, String> names(List<Library.Entry> models) {
        Map<String, String> names = new HashMap<>();
        models.forEach(one -> names.putIfAbsent(one.key(), one.name()));
        return names;
    }
}
