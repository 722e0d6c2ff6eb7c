package vn.caunoi.processes.rules;

import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;

/** One version of a decision table, parsed and checked once; safe for many threads. */
final class RuleTable {

    private static final Pattern DATE = Pattern.compile("date\\(\"(\\d{4}-\\d{2}-\\d{2})\"\\)");

    private final String version;
    private final byte[] content;
    private final DmnEngine engine;
    private final DmnDecision decision;
    private final Map<String, LocalDate> validFrom;
    private final List<DmnRules.Row> rows;
    private final Spans spans;

    private RuleTable(
            String version,
            byte[] content,
            DmnEngine engine,
            DmnDecision decision,
            Map<String, LocalDate> validFrom,
            List<DmnRules.Row> rows,
            Spans spans) {
        this.version = version;
        this.content = content;
        this.engine = engine;
        this.decision = decision;
        this.validFrom = validFrom;
        this.rows = rows;
        this.spans = spans;
    }

    /** @param policy how it comes to one answer */
    static RuleTable parse(String name, byte[] content, HitPolicy policy) {
        DmnEngine engine = FeelEngineConfiguration.engine();
        try {
            DmnModelInstance model = Dmn.readModelFromStream(new ByteArrayInputStream(content));
            new TableCheck(name, policy, (DefaultDmnEngineConfiguration) engine.getConfiguration()).mustHold(model);
            return new RuleTable(
                    name + "@" + hash(content),
                    content.clone(),
                    engine,
                    engine.parseDecision(name, model),
                    validFrom(model),
                    rows(model),
                    Spans.of(model));
        } catch (BrokenTable broken) {
            throw broken;
        } catch (RuntimeException unreadable) {
            // files of strangers: a rule without cells, a column without a name
            throw new BrokenTable(name, "cannot be read", unreadable);
        }
    }

    byte[] content() {
        return content.clone();
    }

    String version() {
        return version;
    }

    /** @throws BrokenTable when several rows fit */
    Optional<Map<String, Object>> rowFor(Map<String, Object> question) {
        try {
            DmnDecisionTableResult rows = engine.evaluateDecisionTable(decision, question);
            return rows.isEmpty()
                    ? Optional.empty()
                    : Optional.of(rows.getSingleResult().getEntryMap());
        } catch (DmnEngineException | FeelException unclear) {
            throw new BrokenTable(version, "no clear answer to " + question, unclear);
        }
    }

    /** @throws BrokenTable when it is of another type */
    <T> T cell(Map<String, Object> row, String column, Class<T> type) {
        Object value = row.get(column);
        if (!type.isInstance(value)) {
            throw new BrokenTable(version, "row " + row.get("row") + ": " + column + " is " + value);
        }
        return type.cast(value);
    }

    Optional<LocalDate> validFrom(String row) {
        return Optional.ofNullable(validFrom.get(row));
    }

    /** The day that stands for this one and others between which the table answers alike. */
    LocalDate spanOf(LocalDate day) {
        return spans.of(day);
    }

    /** As they are written, one below the other. */
    List<DmnRules.Row> rows() {
        return rows;
    }

    private static List<DmnRules.Row> rows(DmnModelInstance model) {
        Map<String, LocalDate> from = validFrom(model);
        List<String> asked = columns(model.getModelElementsByType(Input.class), Input::getId);
        List<String> answered = columns(model.getModelElementsByType(Output.class), Output::getName);
        return model.getModelElementsByType(Rule.class).stream()
                .map(rule -> {
                    Described told = described(rule);
                    return new DmnRules.Row(
                            rule.getId(),
                            told.en(),
                            told.vi(),
                            cells(asked, columns(rule.getInputEntries(), RuleTable::test)),
                            cells(answered, columns(rule.getOutputEntries(), RuleTable::plain)),
                            from.get(rule.getId()),
                            false);
                })
                .toList();
    }

    private static Described described(Rule rule) {
        return Described.of(
                rule.getDescription() == null
                        ? ""
                        : rule.getDescription().getTextContent().strip());
    }

    /** Nothing written is for any, too. */
    private static String test(InputEntry entry) {
        return entry.getTextContent().isBlank() ? "-" : entry.getTextContent();
    }

    private static String plain(OutputEntry entry) {
        String text = entry.getTextContent().strip();
        return text.startsWith("\"") && text.endsWith("\"") ? text.substring(1, text.length() - 1) : text;
    }

    private static <T> List<String> columns(Collection<T> elements, Function<T, String> text) {
        return elements.stream().map(text).map(String::strip).toList();
    }

    private static Map<String, String> cells(List<String> columns, List<String> texts) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int at = 0; at < Math.min(columns.size(), texts.size()); at++) cells.put(columns.get(at), texts.get(at));
        return cells;
    }

    private static Map<String, LocalDate> validFrom(DmnModelInstance model) {
        List<String> columns = model.getModelElementsByType(Input.class).stream()
                .map(Input::getId)
                .toList();
        var from = new HashMap<String, LocalDate>();
        for (Rule rule : model.getModelElementsByType(Rule.class)) {
            Iterator<InputEntry> cells = rule.getInputEntries().iterator();
            for (String column : columns) {
                Matcher date = DATE.matcher(cells.next().getTextContent());
                if (column.equals("validFrom") && date.find()) from.put(rule.getId(), LocalDate.parse(date.group(1)));
            }
        }
        return Map.copyOf(from);
    }

    private static String hash(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
