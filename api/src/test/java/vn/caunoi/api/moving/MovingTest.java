package vn.caunoi.api.moving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.caunoi.api.sheet.SheetOut;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Samples;
import vn.caunoi.api.testing.Work;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.directory.Directory;

/** Moving in from a former register, and out to another. */
class MovingTest extends RunningApi {

    private static final Path SAMPLES = Path.of("../docs/samples/moving-in");
    private static final String HEADER = "no,received,kind,unit,subject,who,accepted\n";
    private static final String MAP = """
            source: %s
            dates: [dd/MM/yyyy]
            fields:
              number: no
              received: received
              kind: {column: kind, values: {KN: COMPLAINT}}
              unit: unit
              subject: subject
              petitioners: who
              acceptedOn: accepted
            """;

    /** Another register in each test, for a line that was taken is recognised. */
    private final String source = "s" + UUID.randomUUID().toString().substring(0, 8);

    @TempDir
    Path folder;

    @Autowired
    private MovingIn moving;

    @Autowired
    private MovingOut out;

    @Autowired
    private ProblemWords words;

    @Autowired
    private Directory directory;

    @Test
    void open_cases_go_on_where_they_stood_and_closed_ones_are_closed_history() throws IOException {
        Mapping mapping = sampleMapping();
        Path file = SAMPLES.resolve("register.csv");
        assertThat(run(file, mapping, true).taken()).isEqualTo(5);
        assertThat(run(file, mapping, false)).isEqualTo(new MovingIn.Count(5, 5, 5, 4, 0, 0, 0));
        assertThat(run(file, mapping, false)).isEqualTo(new MovingIn.Count(5, 5, 0, 0, 5, 0, 0));

        JsonNode closed = file("officer1", "2026/001");
        assertThat(closed.path("status").asString()).isEqualTo("CLOSED");
        assertThat(closed.path("resolution").path("number").asString()).isEqualTo("15/QĐ-UBND");
        assertThat(closed.path("closing").path("ground").asString()).isEqualTo("SETTLED");
        JsonNode history = history("officer1", "2026/001");
        assertThat(history.valueStream().map(one -> one.path("type").asString()))
                .containsExactly(
                        "petition.received",
                        "petition.classified",
                        "petition.accepted",
                        "petition.resolution-issued",
                        "petition.closed",
                        "petition.moved-in");
        assertThat(history.get(0).path("occurredAt").asString()).startsWith("2026-01-05");
        assertThat(history.get(4).path("occurredAt").asString()).startsWith("2026-02-20");
        assertThat(history.get(5).path("data").path("number").asString()).isEqualTo("2026/001");

        JsonNode accepted = file("officer1", "2026/002");
        assertThat(accepted.path("tasks").get(0).path("key").asString()).isEqualTo("assign");
        JsonNode limit = accepted.path("deadlines").get(0);
        assertThat(limit.path("stage").asString()).isEqualTo("settle_1");
        assertThat(limit.path("due").asString()).startsWith("2026-12-09");
        assertThat(accepted.path("petitioners")).hasSize(2);

        assertThat(file("officer1", "2026/003").path("tasks").get(0).path("key").asString())
                .isEqualTo("assign-answer");
        JsonNode fresh = file("officer3", "2026/004");
        assertThat(fresh.path("tasks").get(0).path("key").asString()).isEqualTo("classify");
        assertThat(fresh.path("deadlines").get(0).path("stage").asString()).isEqualTo("process");
        assertThat(fresh.path("deadlines").get(0).path("due").asString()).startsWith("2026-11-27");
    }

    @Test
    void a_denunciation_in_the_file_is_as_secret_as_one_handed_in() throws IOException {
        String mark = "zq" + UUID.randomUUID().toString().replace("-", "");
        Path file = Files.writeString(
                folder.resolve("file.csv"),
                HEADER + "1,10/11/2026,DENUNCIATION,B,Tố cáo " + mark + ",Người " + mark + ",\n");
        assertThat(run(file, mapping(), false).taken()).isEqualTo(1);
        JsonNode shown = file("officer3", "1");
        assertThat(shown.path("tasks").get(0).path("key").asString()).isEqualTo("classify");
        assertThat(shown.toString()).doesNotContain(mark);
        assertThat(as("officer3")
                        .get("/api/petitions?q=" + mark)
                        .expect(200)
                        .json()
                        .path("items"))
                .isEmpty();
        as("officer1").get("/api/petitions/" + id("1")).expect(404);
        String written = export(new OfficerId("head2"), "B");
        assertThat(written).contains(shown.path("code").asString()).doesNotContain(mark);
    }

    @Test
    void each_wrong_line_is_told_with_column_and_value_and_the_others_are_taken() throws IOException {
        Path file = Files.writeString(
                folder.resolve("file.csv"),
                HEADER
                        + "1,31/02/2026,KN,A,Việc một,An,\n"
                        + "2,05/01/2026,??,nowhere,Việc hai,An,04/01/2026\n"
                        + "\n"
                        + "3,05/01/2026,KN,A,\"Việc\nba\",An,12/01/2026\n"
                        + "3,05/01/2026,KN,A,Việc ba,An,\n"
                        + "4,05/01/2126,KN,A," + "x".repeat(501) + ",,\n");
        List<LineProblem> problems = new ArrayList<>();
        MovingIn.Count count = moving.run(file, mapping(), new MovingIn.Wish(false, 0), told(problems));
        assertThat(count).isEqualTo(new MovingIn.Count(5, 5, 1, 1, 0, 0, 4));
        assertThat(problems.stream().map(one -> words.line(one, Locale.ENGLISH)))
                .contains(
                        "line 2, 1, received \"31/02/2026\": is no date that the mapping knows (dd/MM/yyyy)",
                        "line 3, 2, unit \"nowhere\": is no unit here; add it to the table of values",
                        "line 3, 2, accepted \"04/01/2026\": lies before the receipt",
                        "line 7, 3, number \"3\": has the number of line 5",
                        "line 8, 4, subject: is longer than 500 characters",
                        "line 8, 4, received \"05/01/2126\": lies in the future",
                        "line 8, 4, who: names nobody, and the petition is not anonymous");
        assertThat(problems.stream().filter(one -> one.line() == 3).map(LineProblem::code))
                .contains("no-option");
    }

    @Test
    void a_file_that_cannot_be_read_to_its_end_is_refused_before_anything_is_taken() throws IOException {
        String line = HEADER + "1,05/01/2026,KN,A,Đơn khiếu nại,Nguyễn,\n";
        Charset old = Charset.forName("windows-1258");
        assertRefused("encoding", line.getBytes(old), MAP);
        assertRefused("not-text", line.getBytes(StandardCharsets.UTF_16LE), MAP);
        assertRefused("broken-csv", (line + "2,\"open").getBytes(StandardCharsets.UTF_8), MAP);
        assertRefused("line-too-long", (line + "2,\"" + "x\n".repeat(1_500_000)).getBytes(StandardCharsets.UTF_8), MAP);
        assertRefused(
                "no-column", line.getBytes(StandardCharsets.UTF_8), MAP.replace("subject: subject", "subject: x"));
        assertRefused("unknown-field", line.getBytes(StandardCharsets.UTF_8), MAP + "  nothing: no\n");
        assertRefused("old-spreadsheet", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0}, MAP);
        assertRefused("spreadsheet-too-large", bomb(), MAP);
        assertRefused("broken-spreadsheet", zip("xl/workbook.xml", "<x".getBytes(StandardCharsets.UTF_8)), MAP);
        byte[] utf16 = ("\uFEFF" + line).getBytes(StandardCharsets.UTF_16LE);
        assertThat(run(Files.write(folder.resolve("utf16.csv"), utf16), mapping(), true)
                        .taken())
                .isEqualTo(1);
        byte[] utf8 = ("\uFEFF" + line.replace(',', ';')).getBytes(StandardCharsets.UTF_8);
        assertThat(run(Files.write(folder.resolve("utf8.csv"), utf8), mapping(), true)
                        .taken())
                .isEqualTo(1);
    }

    @Test
    void a_spreadsheet_is_read_with_its_dates_and_without_its_formulas() throws IOException {
        Path file = folder.resolve("file.xlsx");
        try (var to = Files.newOutputStream(file);
                Workbook book = new Workbook(to, "test", "1.0")) {
            var sheet = book.newWorksheet("one");
            List<String> heads = List.of(HEADER.strip().split(","));
            for (int i = 0; i < heads.size(); i++) sheet.value(0, i, heads.get(i));
            for (int row = 1; row <= 2; row++) {
                sheet.value(row, 0, row);
                sheet.value(row, 1, LocalDate.of(2026, 1, 5));
                sheet.style(row, 1).format("dd/mm/yyyy").set();
                sheet.value(row, 2, "KN");
                sheet.value(row, 3, "A");
                sheet.value(row, 5, "Nguyễn Văn An");
            }
            sheet.value(1, 4, "Việc một");
            sheet.formula(2, 4, "HYPERLINK(\"http://x\")");
        }
        List<LineProblem> problems = new ArrayList<>();
        assertThat(moving.run(file, mapping(), new MovingIn.Wish(false, 0), told(problems))
                        .taken())
                .isEqualTo(1);
        settle();
        assertThat(problems)
                .extracting(LineProblem::line, LineProblem::code)
                .contains(org.assertj.core.groups.Tuple.tuple(3L, "formula"));
        assertThat(file("officer1", "1").path("receivedAt").asString()).startsWith("2026-01-05");
    }

    @Test
    void what_is_exported_is_taken_in_elsewhere_as_it_was() throws IOException {
        Path file = Files.writeString(
                folder.resolve("file.csv"),
                HEADER
                        + "1,05/01/2026,KN,A,=HYPERLINK(1),\"Nguyễn An; Trần B\",12/01/2026\n"
                        + "2,06/01/2026,,A,Việc hai,+84 912,\n");
        run(file, mapping(), false);
        String written = export(new OfficerId("head1"), "A");
        assertThat(written).contains("'=HYPERLINK(1)", "'+84 912");
        as("inspector1")
                .get("/api/petitions/" + id("1") + "/readings")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .filter(one -> one.path("what").asString().equals("export"))
                .findFirst()
                .orElseThrow();

        Path moved = Files.writeString(folder.resolve("moved.csv"), written);
        Mapping own = own();
        List<LineProblem> problems = new ArrayList<>();
        moving.run(moved, own, new MovingIn.Wish(false, 0), told(problems));
        settle();
        JsonNode before = file("officer1", "1");
        JsonNode after = as("officer1")
                .get("/api/petitions/"
                        + LineReading.id(own.source(), before.path("code").asString())
                                .value())
                .expect(200)
                .json();
        for (String part :
                List.of("kind", "status", "subject", "content", "receivedAt", "unit", "acceptance", "points"))
            assertThat(after.path(part)).as(part).isEqualTo(before.path(part));
        assertThat(after.path("petitioners").valueStream().map(one -> one.path("fullName")
                        .asString()))
                .containsExactly("Nguyễn An", "Trần B");
        assertThat(after.path("deadlines").get(0).path("due"))
                .isEqualTo(before.path("deadlines").get(0).path("due"));
    }

    @Test
    void a_denunciation_goes_out_and_comes_in_with_who_denounced_in_an_envelope_only() throws IOException {
        String mark = "zq" + UUID.randomUUID().toString().replace("-", "");
        String denounced = Samples.complaint()
                .replace("COMPLAINT", "DENUNCIATION")
                .replace("Nguyễn Văn An", "Người " + mark)
                .replaceAll("(?s)'about': \\{.*?\\},", "");
        String code = new Work(nobody()).handIn(denounced).path("code").asString();
        settle();
        assertThat(line(export(null), code))
                .as("left out with a mark")
                .contains(",yes")
                .doesNotContain(mark);
        var head = new MovingOut.Secrets(Envelopes.of("mật khẩu của phong bì"), actor("head1"));
        var officer = new MovingOut.Secrets(Envelopes.of("mật khẩu của phong bì"), actor("officer2"));
        assertThat(line(export(officer), code)).as("by who does not handle it").contains(",yes");
        String written = export(head);
        assertThat(written).doesNotContain(mark);
        String petition = as("head1")
                .get("/api/petitions?q=" + code)
                .expect(200)
                .json()
                .path("items")
                .get(0)
                .path("id")
                .asString();
        assertThat(as("inspector1")
                        .get("/api/petitions/" + petition + "/readings")
                        .expect(200)
                        .text())
                .contains("identity");

        String one = written.lines().findFirst().orElseThrow() + "\r\n" + line(written, code) + "\r\n";
        Path moved = Files.writeString(folder.resolve("moved.csv"), one);
        assertThat(taken(moved, null)).containsExactly("no-passphrase");
        assertThat(taken(moved, Envelopes.of("một mật khẩu khác hẳn"))).containsExactly("wrong-passphrase");
        Path swapped = Files.writeString(folder.resolve("swapped.csv"), one.replace(code, "ABCD-EFGH-JKLM"));
        assertThat(taken(swapped, Envelopes.of("mật khẩu của phong bì"))).containsExactly("wrong-passphrase");
        assertThat(taken(moved, Envelopes.of("mật khẩu của phong bì"))).isEmpty();
        String there = LineReading.id(own().source(), code).value();
        JsonNode shown = as("head1").get("/api/petitions/" + there).expect(200).json();
        assertThat(shown.path("kind").asString()).isEqualTo("DENUNCIATION");
        assertThat(shown.toString()).doesNotContain(mark);
        assertThat(shown.path("subject"))
                .isEqualTo(as("head1")
                        .get("/api/petitions/" + petition)
                        .expect(200)
                        .json()
                        .path("subject"));
        assertThat(as("head1")
                        .get("/api/petitions/" + there + "/denouncers")
                        .expect(200)
                        .text())
                .contains(mark);
        assertThatThrownBy(() -> Envelopes.of("ngắn quá"))
                .isInstanceOfSatisfying(MovingRefused.class, refused -> assertThat(refused.code())
                        .isEqualTo("passphrase-short"));
    }

    /** What is wrong with the sealed cells of a file. */
    private List<String> taken(Path file, @Nullable Envelopes envelopes) throws IOException {
        List<LineProblem> problems = new ArrayList<>();
        moving.run(file, own(), new MovingIn.Wish(false, 0, envelopes), told(problems));
        settle();
        return problems.stream()
                .filter(one -> one.column().equals("sealed"))
                .map(LineProblem::code)
                .toList();
    }

    private Actor actor(String account) {
        return directory.actorOf(new OfficerId(account)).orElseThrow();
    }

    private static String line(String file, String code) {
        return file.lines().filter(one -> one.startsWith(code)).findFirst().orElseThrow();
    }

    private String export(MovingOut.@Nullable Secrets secrets) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        Visibility sight = Visibility.of(secrets == null ? actor("head1") : secrets.reader());
        OfficerId by =
                secrets == null ? new OfficerId("head1") : secrets.reader().id();
        try (SheetOut sheet = SheetOut.to(file, "file.csv")) {
            out.write(new MovingOut.Wish(null, null, new UnitId("A")), sight, by, secrets, sheet, written -> {});
        }
        return file.toString(StandardCharsets.UTF_8);
    }

    private String export(OfficerId by, String unit) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        Visibility sight = new Visibility(false, Set.of(new UnitId(unit)), true);
        try (SheetOut sheet = SheetOut.to(file, "file.csv")) {
            out.write(new MovingOut.Wish(null, null, new UnitId(unit)), sight, by, sheet, written -> {});
        }
        return file.toString(StandardCharsets.UTF_8);
    }

    private void assertRefused(String code, byte[] content, String map) throws IOException {
        Path file = Files.write(folder.resolve("file"), content);
        assertThatThrownBy(() ->
                        run(file, MappingFile.read(map.formatted(source).getBytes(StandardCharsets.UTF_8)), false))
                .isInstanceOfSatisfying(MovingRefused.class, refused -> assertThat(refused.code())
                        .isEqualTo(code));
    }

    private static byte[] bomb() throws IOException {
        return zip("xl/sharedStrings.xml", new byte[300 << 20]);
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
            zip.closeEntry();
        }
        return file.toByteArray();
    }

    private MovingIn.Count run(Path file, Mapping mapping, boolean dry) {
        MovingIn.Count count = moving.run(file, mapping, new MovingIn.Wish(dry, 0), told(new ArrayList<>()));
        settle();
        return count;
    }

    private static MovingIn.Watcher told(List<LineProblem> problems) {
        return new MovingIn.Watcher() {
            @Override
            public void wrong(LineProblem problem) {
                problems.add(problem);
            }

            @Override
            public void at(MovingIn.Count count) {}
        };
    }

    private Mapping mapping() {
        return MappingFile.read(MAP.formatted(source).getBytes(StandardCharsets.UTF_8));
    }

    private Mapping sampleMapping() throws IOException {
        String text = Files.readString(SAMPLES.resolve("mapping.yml"));
        return MappingFile.read(text.replace("so-don-xa-2019", source).getBytes(StandardCharsets.UTF_8));
    }

    private Mapping own() throws IOException {
        Mapping own = MappingFile.own();
        return new Mapping(source + "x", 1, null, null, List.of(), false, own.fields());
    }

    private String id(String number) {
        return LineReading.id(source, number).value();
    }

    private JsonNode file(String account, String number) {
        return as(account).get("/api/petitions/" + id(number)).expect(200).json();
    }

    private JsonNode history(String account, String number) {
        return as(account)
                .get("/api/petitions/" + id(number) + "/history")
                .expect(200)
                .json()
                .path("items");
    }
}
