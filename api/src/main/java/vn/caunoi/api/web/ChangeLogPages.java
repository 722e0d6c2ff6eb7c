package vn.caunoi.api.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import vn.caunoi.api.page.Asked;
import vn.caunoi.api.proof.ChangeLog;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.api.sheet.SheetOut;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.directory.Role;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.changes.ChangeTopic;

/** What was changed in the house: by whom, when, what it was before. */
@Controller
class ChangeLogPages {

    private static final int ROWS = 50;
    private static final int AT_ONCE = 200;
    /** Lines of one file. */
    private static final int MOST = 10_000;

    private static final List<String> TOPICS = Stream.concat(
                    Arrays.stream(ChangeTopic.values()).map(Enum::name), Stream.of(ChangeLog.ACCOUNT))
            .toList();

    /** Keys whose values are units and are not known as such elsewhere. */
    private static final Set<String> UNITS = Set.of("parent", "successor");

    /** A change as it is told. */
    record Told(ChangeLog.Entry entry, String what, String subject, String by, List<Said> said) {}

    /** A value that changed; empty where there was or is none. */
    record Said(String label, String before, String now) {}

    private final ChangeLog log;
    private final CurrentActor current;
    private final Names names;
    private final Values values;
    private final Words say;

    ChangeLogPages(ChangeLog log, CurrentActor current, Names names, Values values, Words say) {
        this.log = log;
        this.current = current;
        this.names = names;
        this.values = values;
        this.say = say;
    }

    /** The filter as it stands in the address. */
    record Wanted(
            @Nullable String topic,
            @Nullable String by,
            @DateTimeFormat @Nullable LocalDate from,
            @DateTimeFormat @Nullable LocalDate to) {

        ChangeLog.Filter filter() {
            String one = Asked.word("topic", topic, LOWER);
            return new ChangeLog.Filter(
                    one == null ? null : one.toUpperCase(java.util.Locale.ROOT),
                    Lists.text("by", by),
                    start(from),
                    to == null ? null : start(to.plusDays(1)));
        }

        private static final Set<String> LOWER = TOPICS.stream()
                .map(topic -> topic.toLowerCase(java.util.Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());

        private static @Nullable Instant start(@Nullable LocalDate day) {
            return day == null ? null : day.atStartOfDay(DueDate.ZONE).toInstant();
        }

        String address(String path, @Nullable String cursor) {
            var address = UriComponentsBuilder.fromPath(path);
            Lists.put(address, "topic", topic);
            Lists.put(address, "by", by);
            Lists.put(address, "from", from);
            Lists.put(address, "to", to);
            Lists.put(address, "cursor", cursor);
            return address.encode().toUriString();
        }
    }

    @GetMapping("/audit/changes")
    String list(Wanted wanted, @RequestParam(required = false) @Nullable String cursor, Model model) {
        current.with(Role.INSPECTOR, Role.ADMIN);
        Page<Told> page =
                log.newest(wanted.filter(), Lists.cursor(cursor), ROWS).map(this::told);
        model.addAttribute("page", page)
                .addAttribute("wanted", wanted)
                .addAttribute("topics", TOPICS)
                .addAttribute("csv", wanted.address("/audit/changes.csv", null))
                .addAttribute("next", page.next() == null ? null : wanted.address("/audit/changes", page.next()))
                .addAttribute(
                        "first", Lists.blankToNull(cursor) == null ? null : wanted.address("/audit/changes", null));
        return "proof-changes";
    }

    @GetMapping("/audit/changes.csv")
    void file(Wanted wanted, HttpServletResponse response) throws IOException {
        current.with(Role.INSPECTOR, Role.ADMIN);
        ChangeLog.Filter filter = wanted.filter();
        Downloads.csv(response, say.text("proof.changes.file", say.today().toString()));
        try (SheetOut out = SheetOut.to(response.getOutputStream(), "changes.csv")) {
            out.line(Stream.of("when", "who", "topic", "subject", "what", "value", "before", "now")
                    .map(column -> say.text("proof.changes." + column))
                    .toList());
            write(filter, out);
        }
    }

    private void write(ChangeLog.Filter filter, SheetOut out) throws IOException {
        String cursor = null;
        int lines = 0;
        do {
            Page<Told> page = log.newest(filter, cursor, AT_ONCE - 1).map(this::told);
            for (Told told : page.items()) {
                List<Said> said = told.said().isEmpty() ? List.of(new Said("", "", "")) : told.said();
                for (Said one : said) out.line(line(told, one));
                lines += said.size();
            }
            cursor = page.next();
        } while (cursor != null && lines < MOST);
    }

    private List<String> line(Told told, Said said) {
        ChangeLog.Entry entry = told.entry();
        return List.of(
                say.moment(entry.at()),
                told.by(),
                say.word("proof.topic", entry.topic()),
                told.subject(),
                told.what(),
                said.label(),
                said.before(),
                said.now());
    }

    private Told told(ChangeLog.Entry entry) {
        String by = entry.by();
        return new Told(
                entry,
                say.or("proof.change." + entry.name(), entry.name()),
                subject(entry),
                by == null ? say.text("proof.changes.nobody") : names.officer(by),
                entry.values().stream().map(value -> said(entry, value)).toList());
    }

    private String subject(ChangeLog.Entry entry) {
        return switch (entry.topic()) {
            case "UNIT", "LETTERHEAD" -> names.unit(entry.subject());
            case "APPOINTMENT", "ABSENCE" -> names.officer(entry.subject());
            case "MODEL" -> say.word("process", entry.subject());
            case "CATEGORY" -> say.word("category", entry.subject());
            default -> entry.subject();
        };
    }

    private Said said(ChangeLog.Entry entry, ChangeLog.Value value) {
        return new Said(
                say.or("proof.value." + value.key(), values.label(entry.name(), value.key())),
                text(entry, value.key(), value.before()),
                text(entry, value.key(), value.now()));
    }

    private String text(ChangeLog.Entry entry, String key, @Nullable Object value) {
        if (value == null) return "";
        if (value instanceof List<?> list)
            return list.stream().map(one -> text(entry, key, one)).collect(Collectors.joining("\n"));
        boolean unit = UNITS.contains(key) || entry.name().equals("directory.unit-moved") && key.equals("former");
        if (unit) return names.unit(value.toString());
        if (key.equals("deputy")) return names.officer(value.toString());
        if (key.equals("roles")) return say.word("group", value);
        return values.of(key, value);
    }
}
