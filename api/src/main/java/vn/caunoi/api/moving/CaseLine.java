package vn.caunoi.api.moving;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.Milestone;
import vn.caunoi.core.petition.Stand;
import vn.caunoi.core.petition.Status;
import vn.caunoi.projections.casefile.CaseFile;
import vn.caunoi.projections.casefile.Part;

/** A case in the columns by which it can be taken in elsewhere. Of a denunciation only what stands outside its envelope. */
public final class CaseLine {

    private final Map<Field, String> cells = new EnumMap<>(Field.class);

    private CaseLine() {}

    static List<String> header() {
        return Field.words();
    }

    static List<String> of(CaseFile file) {
        return row(cells(file));
    }

    /** A denunciation with its matter and who denounced in an envelope. */
    static List<String> of(CaseFile file, List<Part.Petitioner> denouncers, Envelopes envelopes) {
        CaseLine outside = new CaseLine();
        outside.outside(file);
        CaseLine matter = new CaseLine();
        matter.inside(file);
        matter.concluded(file);
        Map<String, String> fields = new TreeMap<>();
        matter.cells.forEach((field, text) -> fields.put(field.word(), text));
        List<Enclosed.Who> people = denouncers.stream().map(Enclosed.Who::of).toList();
        outside.put(Field.SEALED, envelopes.close(new Enclosed(fields, people).text(), file.code()));
        return row(outside.cells);
    }

    private static List<String> row(Map<Field, String> cells) {
        return Stream.of(Field.values())
                .map(field -> cells.getOrDefault(field, ""))
                .toList();
    }

    /** What there is to tell; fields of which nothing is known are left out. */
    public static Map<Field, String> cells(CaseFile file) {
        CaseLine line = new CaseLine();
        line.outside(file);
        if (file.kind() == Kind.DENUNCIATION) line.put(Field.SEALED, "yes");
        else line.inside(file);
        return line.cells;
    }

    private void outside(CaseFile file) {
        put(Field.NUMBER, file.code());
        put(Field.RECEIVED, file.receivedAt());
        put(Field.KIND, file.kind());
        put(Field.UNIT, file.unit());
        put(Field.STATUS, stand(file));
        Stand stand = stand(file);
        if (stand == Stand.ACCEPTED || stand == Stand.DECIDED || stand == Stand.CLOSED)
            put(Field.ACCEPTED_ON, file.standing().day(Milestone.ACCEPTED).orElse(null));
        if (file.status() != Status.CLOSED || file.closing() == null) return;
        put(Field.CLOSED_ON, file.closing().on());
        put(Field.CLOSED_FOR, file.closing().ground());
    }

    private void inside(CaseFile file) {
        put(Field.CHANNEL, file.channel());
        put(Field.SUBJECT, file.subject());
        put(Field.CONTENT, file.content());
        put(
                Field.DEMANDS,
                file.points().stream()
                        .map(Part.PointOf::demand)
                        .map(CaseLine::inOneLine)
                        .collect(Collectors.joining("\n")));
        put(Field.CATEGORY, file.category());
        put(Field.PLACE, file.place());
        put(Field.ANONYMOUS, file.anonymous() ? "yes" : "");
        put(Field.CONFIDENTIAL, file.confidential() ? "yes" : "");
        put(Field.AGAINST, file.against());
        put(Field.ACCUSED, file.accused().stream().map(OfficerId::value).collect(Collectors.joining("; ")));
        put(Field.OFFICER, file.assignee());
        people(file.petitioners());
        if (file.about() != null) about(file.about());
        if (file.acceptance() != null) {
            put(Field.COMPLEX, file.acceptance().complex() ? "yes" : "");
            put(Field.REMOTE, file.acceptance().remote() ? "yes" : "");
        }
        var resolution = file.resolution();
        if (resolution == null || resolution.number() == null) return;
        put(Field.RESULT, resolution.conclusion());
        put(Field.RESULT_NUMBER, resolution.number());
        put(Field.RESULT_ON, resolution.issuedOn());
    }

    private void concluded(CaseFile file) {
        var denunciation = file.denunciation();
        if (denunciation == null || denunciation.concluded() == null) return;
        put(Field.RESULT, denunciation.concluded().verdict());
        put(Field.RESULT_NUMBER, denunciation.concluded().number());
        put(Field.RESULT_ON, denunciation.concluded().on());
    }

    private static String inOneLine(String demand) {
        return demand.replaceAll("\\R+", " ");
    }

    private void people(List<Part.Petitioner> people) {
        put(Field.PETITIONERS, people.stream().map(Part.Petitioner::fullName).collect(Collectors.joining("; ")));
        if (people.isEmpty()) return;
        Part.Petitioner first = people.getFirst();
        put(Field.ID_NUMBER, first.idNumber());
        put(Field.ADDRESS, first.address());
        put(Field.PHONE, first.phone());
        put(Field.EMAIL, first.email());
    }

    private void about(Part.Disputed about) {
        put(Field.DECISION, about.decision());
        put(Field.DECISION_NUMBER, about.number());
        put(Field.DECISION_DATE, about.date());
        put(Field.DECISION_ISSUER, about.issuer());
        put(Field.DECISION_KNOWN_ON, about.knownOn());
    }

    static Stand stand(CaseFile file) {
        if (file.status() == Status.CLOSED) return Stand.CLOSED;
        var standing = file.standing();
        if (standing.has(Milestone.ISSUED) || standing.has(Milestone.CONCLUDED)) return Stand.DECIDED;
        if (standing.has(Milestone.ACCEPTED)) return Stand.ACCEPTED;
        return standing.has(Milestone.CLASSIFIED) && file.kind() != null ? Stand.CLASSIFIED : Stand.RECEIVED;
    }

    private void put(Field field, @Nullable Object value) {
        String text =
                switch (value) {
                    case null -> "";
                    case Instant at ->
                        at.atZone(DueDate.ZONE).toOffsetDateTime().withNano(0).toString();
                    case LocalDate day -> day.toString();
                    default -> value.toString();
                };
        if (!text.isEmpty()) cells.put(field, text);
    }
}
