package vn.caunoi.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import vn.caunoi.api.message.Postmen;
import vn.caunoi.api.message.PostmensRound;
import vn.caunoi.api.testing.Caller;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Work;

/**
 * A denunciation is carried to its end, with letters to everybody, and then whoever denounced is looked for: in every
 * table, in the log, on disk, in letters, exports, reports, messages and metrics, and in whatever the API and the pages
 * answer to whoever is not named to handle it.
 */
@ExtendWith(OutputCaptureExtension.class)
class DenouncerNowhereTest extends RunningApi {

    private static final String NAME = "Đặng Thị Zwqxyvtrế";
    private static final List<String> MARKS =
            List.of("Zwqxyvtrế", "zwqxyvtr", "0977456321", "+84977456321", "034567890123", "Ngách 771 Zwqxyv");
    private static final Set<String> HANDLERS = Set.of("officer1", "head1");
    private static final List<String> EVERYBODY = List.of(
            "clerk1", "officer1", "officer2", "officer3", "head1", "head2", "inspector1", "designer1", "admin1");
    /** Whoever denounced is told that it was accepted: the only letter that may name them. */
    private static final String TO_THE_DENOUNCER = "denunciation-notice-denouncer";

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Postmen postmen;

    @Value("${caunoi.data}")
    private Path data;

    @LocalServerPort
    private int port;

    private final List<String> leaks = new ArrayList<>();
    private String petition = "";
    private JsonNode receipt = new tools.jackson.databind.json.JsonMapper().nullNode();

    @BeforeEach
    void denounced() {
        receipt = new Work(nobody()).handIn("""
                {'kind': 'DENUNCIATION', 'channel': 'POST', 'subject': 'Cán bộ nhận tiền',
                 'content': 'Tôi là Zwqxyvtrế, thấy cán bộ nhận tiền.', 'against': 'Cán bộ địa chính',
                 'points': [{'demand': 'Xử lý cán bộ'}],
                 'petitioners': [{'fullName': '%s', 'idNumber': '034567890123', 'phone': '0977 456 321',
                   'address': 'Ngách 771 Zwqxyv', 'email': 'zwqxyvtr@example.test'}]}
                """.formatted(NAME));
        petition = receipt.path("id").asString();
    }

    @Test
    void whoever_denounced_is_found_nowhere_after_all_was_done(CapturedOutput log) throws IOException {
        PostmensRound.of(postmen);
        List<String> letters = carriedToItsEnd();
        as("head1").post("/api/national/batches", "{'unit': 'A'}");
        PostmensRound.of(postmen);
        settle();
        for (String schema : List.of("views", "engine", "ledger")) tables(schema);
        look("log", log.getAll().getBytes(StandardCharsets.UTF_8));
        onDisk();
        for (String account : EVERYBODY) {
            answers(account, letters);
            searches(account);
            pages(account);
        }
        look(
                "public",
                bytes(
                        nobody(),
                        "/api/public/petitions/" + receipt.path("code").asString() + "?pin="
                                + receipt.path("pin").asString()));
        look("metrics", bytes(as("admin1"), "/actuator/prometheus"));
        mails();
        assertThat(leaks).isEmpty();
    }

    /** All letters of the case, issued as far as they can be. */
    private List<String> carriedToItsEnd() {
        List<String> written = new ArrayList<>();
        for (int steps = 0; steps < 20 && !tasks().isEmpty(); steps++) {
            boolean last = tasks().get(0).path("key").asString().startsWith("publish");
            if (last) forms().forEach(template -> written.add(issued(template)));
            step(tasks().get(0));
        }
        assertThat(caseFile().path("status").asString()).isEqualTo("CLOSED");
        assertThat(written).hasSizeGreaterThan(5);
        return written;
    }

    private void step(JsonNode task) {
        String who = task.path("group").asString().equalsIgnoreCase("head") ? "head1" : "officer1";
        String at = "/api/tasks/" + task.path("id").asString();
        JsonNode way =
                as(who).get(at + "/form").expect(200).json().path("outcomes").get(0);
        Map<String, Object> said = new LinkedHashMap<>(Work.data(way));
        if (said.containsKey("kind")) said.put("kind", "DENUNCIATION");
        as(who).postJson(at + "/complete", Map.of("outcome", way.path("id").asString(), "data", said))
                .expect(200);
    }

    private JsonNode caseFile() {
        return as("officer1").get("/api/petitions/" + petition).expect(200).json();
    }

    private JsonNode tasks() {
        return caseFile().path("tasks");
    }

    private List<String> forms() {
        return as("officer1")
                .get("/api/petitions/" + petition + "/letters/forms")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .map(form -> form.path("id").asString())
                .toList();
    }

    private String issued(String template) {
        String at = "/api/petitions/" + petition + "/letters";
        String letter = as("officer1")
                .post(at, "{'template': '" + template + "'}")
                .expect(201)
                .json()
                .path("id")
                .asString();
        as("officer1").post(at + "/" + letter + "/submit", "{}").expect(200);
        as("head1").post(at + "/" + letter + "/sign", "{}");
        as("head1").post(at + "/" + letter + "/number", "{}");
        as("head1").post(at + "/" + letter + "/send", "{'way': 'POST'}");
        if (!template.equals(TO_THE_DENOUNCER)) {
            look("letter " + template, bytes(as("head1"), at + "/" + letter + "/pdf"));
            look("letter " + template, bytes(as("head1"), at + "/" + letter + "/docx"));
        }
        return letter;
    }

    private void tables(String schema) {
        List<String> tables = jdbc.sql("select table_name from information_schema.tables where table_schema = :schema")
                .param("schema", schema)
                .query(String.class)
                .list();
        assertThat(tables).isNotEmpty();
        for (String table : tables) {
            String rows = String.join(
                    "\n",
                    jdbc.sql("select t::text from " + schema + ".\"" + table + "\" t")
                            .query(String.class)
                            .list());
            look(schema + "." + table, rows.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void onDisk() throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList())
                look(
                        file.toString(),
                        Files.readString(file, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    /** Every call of the API that only asks; those who handle the case may see it, and nobody else. */
    private void answers(String account, List<String> letters) {
        for (String path : calls(account).keySet()) {
            boolean theirs = HANDLERS.contains(account) && path.startsWith("/api/petitions/{id}");
            if (theirs) continue;
            List<String> ids = path.contains("{letter}") ? letters : List.of("1");
            for (String id : ids) {
                String asked = path.replace("{id}", petition)
                        .replace("{letter}", id)
                        .replace("{unit}", "A")
                        .replace("{officer}", account)
                        .replaceAll("\\{\\w+}", "1");
                look(account + " " + asked, bytes(as(account), asked));
            }
        }
    }

    private Map<String, JsonNode> calls(String account) {
        Map<String, JsonNode> calls = new java.util.TreeMap<>();
        as("admin1").get("/v3/api-docs").expect(200).json().path("paths").properties().stream()
                .filter(path -> path.getValue().has("get"))
                .forEach(path -> calls.put(path.getKey(), path.getValue()));
        assertThat(calls).as(account).hasSizeGreaterThan(50);
        return calls;
    }

    private void searches(String account) {
        for (String typed : List.of(NAME, "zwqxyvtre", "ZWQXYVTRẾ", "0977456321", "0977 456 321", "034567890123")) {
            for (String list : List.of("petitions", "visits")) {
                String path = "/api/" + list + "?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8);
                Caller.Answer answer = as(account).get(path);
                if (answer.status() == 200 && !answer.json().path("items").isEmpty())
                    leaks.add(account + " found " + path);
            }
        }
    }

    private void pages(String account) {
        PageVisitor visitor = new PageVisitor(port).as(account);
        List<String> paths = new ArrayList<>(List.of(
                "/inbox",
                "/cases",
                "/cases/mine",
                "/cases/export.csv",
                "/letters",
                "/letters/book/A",
                "/dossiers",
                "/messages",
                "/national",
                "/overdue",
                "/escalated",
                "/figures",
                "/board/week?each=true",
                "/deadlines/calendar",
                "/deadlines/calendar?view=WEEK",
                "/figures/months",
                "/figures/ratings",
                "/figures/concerns",
                "/board",
                "/reception",
                "/reception/book.xlsx",
                "/oversight/reports",
                "/oversight/reports/report.xlsx?unit=A&year=2026&term=YEAR",
                "/oversight/reports/report.pdf?unit=A&year=2026&term=YEAR",
                "/export/petitions?unit=A",
                "/export/petitions?unit=A&as=xlsx",
                "/admin/incidents",
                "/readings"));
        if (!HANDLERS.contains(account))
            paths.addAll(List.of(
                    "/cases/" + petition,
                    "/cases/" + petition + "/dossier",
                    "/cases/" + petition + "/signatories",
                    "/cases/" + petition + "/dossier/cover.pdf",
                    "/cases/" + petition + "/dossier/whole.zip",
                    "/hand-in/" + petition));
        for (String path : paths) look(account + " page " + path, visitor.content(path));
    }

    /** The address of a letter is theirs; what stands in it betrays nothing. */
    private void mails() throws IOException {
        for (MimeMessage mail : MAIL.getReceivedMessages()) {
            try {
                ByteArrayOutputStream all = new ByteArrayOutputStream();
                all.write((mail.getSubject() + "\n").getBytes(StandardCharsets.UTF_8));
                all.write(String.valueOf(mail.getContent()).getBytes(StandardCharsets.UTF_8));
                mail.getDataHandler().writeTo(all);
                look("mail", all.toByteArray());
            } catch (jakarta.mail.MessagingException e) {
                throw new IOException(e);
            }
        }
    }

    private static byte[] bytes(Caller caller, String path) {
        return caller.get(path).raw().body();
    }

    private void look(String where, byte[] content) {
        List<String> found = Plainly.found(MARKS, Plainly.text(content));
        if (!found.isEmpty()) leaks.add(where + " " + found);
    }
}
