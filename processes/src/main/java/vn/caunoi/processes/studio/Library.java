package vn.caunoi.processes.studio;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.caunoi.core.form.Form;
import vn.caunoi.core.ledger.Commands;
import vn.caunoi.core.process.ProcessEvent;
import vn.caunoi.processes.driver.Model;
import vn.caunoi.processes.driver.PublishedModels;

/**
 * All published models. The table is written in the transaction that publishes, so a model can be used as soon as its
 * publication answered; it may be dropped, and is then read from the ledger again.
 */
@ProcessingGroup(Library.GROUP)
public class Library implements PublishedModels {

    static final String GROUP = "models";

    /**
     * A version as it stands.
     *
     * @param publishedAt when it was recorded
     * @param hash the same for the same diagram
     * @param effectiveFrom new cases follow it from then on; null: since it was published
     * @param units whose new cases follow it; empty for those of all
     * @param retired whether no new case follows it any more
     * @param note why it was published; null where nobody was asked
     * @param publishedBy who published it, or approved it where {@code proposedBy} drew it; null where it is not known
     */
    public record Entry(
            String key,
            int version,
            String name,
            Instant publishedAt,
            String hash,
            @Nullable Instant effectiveFrom,
            Set<String> units,
            boolean retired,
            @Nullable String note,
            @Nullable String publishedBy,
            @Nullable String proposedBy) {

        /** When it begins or began to be followed. */
        public Instant since() {
            return effectiveFrom != null && effectiveFrom.isAfter(publishedAt) ? effectiveFrom : publishedAt;
        }
    }

    private record Mark(long models, OffsetDateTime newest) {}

    private record Caught(Mark at, Set<String> events) {}

    private final JdbcClient jdbc;
    private final ModelTable table;
    private final Map<String, Model> read = new ConcurrentHashMap<>();
    private final Map<String, ModelForms> forms = new ConcurrentHashMap<>();
    private final Map<String, Diagram> drawings = new ConcurrentHashMap<>();
    private final Map<String, Ways> ways = new ConcurrentHashMap<>();
    private volatile Caught caught = new Caught(new Mark(0, OffsetDateTime.MIN), Set.of());

    public Library(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.table = new ModelTable(jdbc);
    }

    /** Every version, by key, the newest first. */
    public List<Entry> models() {
        return table.entries();
    }

    /** What was published with the diagram as one package, by name; empty when there is nothing or no such version. */
    public Map<String, String> parts(String key, int version) {
        return table.parts(key, version);
    }

    /** The diagram as it was published; empty when there is no such version. */
    public Optional<String> xml(String key, int version) {
        return find(key, version).map(Model::xml);
    }

    /**
     * A step in which somebody does something.
     *
     * @param form id of its form; {@code group} the word of who does it, as in the diagram
     */
    public record Outlined(
            String id,
            String name,
            @Nullable String form,
            @Nullable String group) {}

    /** The user tasks of what new cases follow everywhere, as a case comes to them; none for an unknown key. */
    public List<Outlined> outline(String key, Instant at) {
        return table.offers(key).stream()
                .filter(offer -> offer.units().isEmpty() && offer.isInEffect(at))
                .findFirst()
                .map(offer -> version(key, offer.version()))
                .map(this::drawing)
                .map(Library::outline)
                .orElse(List.of());
    }

    private static List<Outlined> outline(Diagram drawing) {
        Set<String> reached = new LinkedHashSet<>();
        Deque<Diagram.Step> ahead = new ArrayDeque<>(drawing.steps("startEvent")
                .filter(start -> start.scope().equals(drawing.key()))
                .toList());
        while (!ahead.isEmpty()) {
            Diagram.Step step = ahead.remove();
            if (!reached.add(step.id())) continue;
            drawing.from(step).stream()
                    .flatMap(flow -> Stream.ofNullable(drawing.step(flow.to())))
                    .forEach(ahead::add);
        }
        return reached.stream()
                .flatMap(id -> Stream.ofNullable(drawing.step(id)))
                .filter(step -> step.is("userTask"))
                .map(Library::outlined)
                .toList();
    }

    private static Outlined outlined(Diagram.Step step) {
        return new Outlined(
                step.id(),
                step.name(),
                step.tag().get("camunda:formKey"),
                step.tag().get("camunda:candidateGroups"));
    }

    /**
     * A step as it is drawn.
     *
     * @param sort its type in BPMN, as {@code userTask} or {@code boundaryEvent}
     */
    public record Drawn(String id, String name, String sort) {}

    /** Every step of a version in the order of its file; none when there is no such version. */
    public List<Drawn> drawn(String key, int version) {
        return find(key, version).map(this::drawing).stream()
                .flatMap(Diagram::steps)
                .map(step -> new Drawn(step.id(), step.name(), step.tag().name().substring("bpmn:".length())))
                .toList();
    }

    /** The tasks of a file in its order, and which ways it allows. */
    public record Sketch(List<Outlined> tasks, Ways ways) {
        public Sketch {
            tasks = List.copyOf(tasks);
        }
    }

    /** Of any file, published or not; empty for one that is no process. */
    public static Optional<Sketch> sketch(String xml) {
        try {
            Diagram diagram = Diagram.of(XmlReading.read(xml.getBytes(StandardCharsets.UTF_8)));
            if (diagram == null) return Optional.empty();
            List<Outlined> tasks =
                    diagram.steps("userTask").map(Library::outlined).toList();
            return Optional.of(new Sketch(tasks, new Ways(diagram)));
        } catch (UnreadableModel none) {
            return Optional.empty();
        }
    }

    /** Which ways a version allows; empty when there is no such version. */
    public Optional<Ways> ways(String key, int version) {
        return find(key, version)
                .map(model -> ways.computeIfAbsent(key + "/" + version, any -> new Ways(drawing(model))));
    }

    /** What a version leads to when a step is done with an outcome; nothing for a version or step that is not there. */
    public WhatFollows.Following following(String key, int version, String step, String outcome) {
        return find(key, version)
                .map(this::drawing)
                .map(drawing -> WhatFollows.after(drawing, step, outcome))
                .orElse(WhatFollows.Following.NOTHING);
    }

    /** What citizens read while a case waits at a step; the same in both languages where it is written in one. */
    public record CitizenWords(String vi, String en) {}

    /** Empty for a version or step that is not there, or one whose designer wrote nothing. */
    public Optional<CitizenWords> citizenWords(String key, int version, String step) {
        return find(key, version)
                .map(this::drawing)
                .map(drawing -> drawing.step(step))
                .filter(found -> !found.tag().get(CitizenRule.VIETNAMESE, "").isBlank())
                .map(found -> new CitizenWords(
                        found.tag().get(CitizenRule.VIETNAMESE, ""),
                        found.tag().get(CitizenRule.ENGLISH, found.tag().get(CitizenRule.VIETNAMESE, ""))));
    }

    /** Whether citizens read anything while a case waits elsewhere than at a task. */
    public boolean hasWordsOfWaits(String key, int version) {
        return find(key, version).map(this::drawing).stream()
                .flatMap(drawing -> CitizenRule.WAITS.stream().flatMap(drawing::steps))
                .anyMatch(step -> !step.tag().get(CitizenRule.VIETNAMESE, "").isBlank());
    }

    private Diagram drawing(Model model) {
        return drawings.computeIfAbsent(model.key() + "/" + model.version(), any -> read(model));
    }

    private static Diagram read(Model model) {
        try {
            return Objects.requireNonNull(
                    Diagram.of(XmlReading.read(model.xml().getBytes(StandardCharsets.UTF_8))), model.key());
        } catch (UnreadableModel e) {
            throw new IllegalStateException(model.key() + " was published and cannot be read", e);
        }
    }

    @Override
    public Optional<Model> newest(String key) {
        return jdbc.sql("select version from engine.model where key = :key order by version desc limit 1")
                .param("key", key)
                .query(Integer.class)
                .optional()
                .map(version -> version(key, version));
    }

    @Override
    public List<Offer> offers(String key) {
        return table.offers(key);
    }

    @Override
    public Model version(String key, int version) {
        return find(key, version).orElseThrow(() -> new NoSuchElementException(key + " has no version " + version));
    }

    @Override
    public Optional<Form> form(String key, int version, String id) {
        return forms.computeIfAbsent(
                        key + "/" + version,
                        any -> ModelForms.of(version(key, version).xml().getBytes(StandardCharsets.UTF_8)))
                .form(id);
    }

    /** Looks each time whether another node has published; the names themselves are read again only then. */
    @Override
    public Set<String> caught() {
        Mark now = jdbc.sql(
                        "select count(*) as models, coalesce(max(published_at), 'epoch') as newest from engine.model")
                .query((row, number) -> new Mark(row.getLong("models"), row.getObject("newest", OffsetDateTime.class)))
                .single();
        if (!now.equals(caught.at())) caught = new Caught(now, readCaught());
        return caught.events();
    }

    /**
     * What designers called tasks in English.
     *
     * @return by the id of the step and the name it has in its diagram, parted by a line's end; of versions of one name the newest
     */
    public Map<String, String> english() {
        Map<String, String> names = new HashMap<>();
        jdbc.sql("select xml from engine.model where xml like '%name-en%' order by key, version")
                .query(String.class)
                .list()
                .forEach(xml -> names.putAll(EnglishNames.of(xml)));
        return names;
    }

    boolean has(String key, String hash) {
        return jdbc.sql("select exists (select 1 from engine.model where key = :key and hash = :hash)")
                .param("key", key)
                .param("hash", hash)
                .query(Boolean.class)
                .single();
    }

    private boolean isEmpty() {
        return jdbc.sql("select not exists (select 1 from engine.model)")
                .query(Boolean.class)
                .single();
    }

    /** Whether the ledger has to be read, for the table is empty or older than what it tells. */
    boolean isToBeRead() {
        return isEmpty() || table.isIncomplete();
    }

    @EventHandler
    void on(ProcessEvent event, @Timestamp Instant at, @MetaDataValue(Commands.BY) @Nullable String by) {
        table.take(event, at, by);
    }

    private Optional<Model> find(String key, int version) {
        Model known = read.get(key + "/" + version);
        if (known != null) return Optional.of(known);
        Optional<Model> found = jdbc.sql(
                        "select xml, catches from engine.model where key = :key and version = :version")
                .param("key", key)
                .param("version", version)
                .query((row, number) -> new Model(key, version, row.getString("xml"), ModelTable.words(row, "catches")))
                .optional();
        found.ifPresent(model -> read.put(key + "/" + version, model));
        return found;
    }

    private Set<String> readCaught() {
        return Set.copyOf(jdbc.sql("select distinct unnest(catches) from engine.model")
                .query(String.class)
                .list());
    }
}
