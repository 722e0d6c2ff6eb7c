package vn.caunoi.api.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.StreamHandler;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.JsonNode;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Samples;
import vn.caunoi.api.testing.Work;
import vn.caunoi.api.web.PageVisitor.Seen;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.ledger.Commands;
import vn.caunoi.core.ledger.Progress;
import vn.caunoi.core.petition.CaseCommand;
import vn.caunoi.core.petition.CaseEvent;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.vault.KeyId;
import vn.caunoi.core.vault.Sealed;

/** The history of a case as a reader wants it, and its whole file on paper. */
class WholeFileTest extends RunningApi {

    /** The stream of a case that no node has in memory is read a hundred events at a time. */
    private static final int FEW_MORE = 25;

    @LocalServerPort
    private int port;

    @Autowired
    private Commands commands;

    @Autowired
    private Progress progress;

    @Autowired
    private EventStore events;

    @Autowired
    private PlatformTransactionManager transactions;

    private PageVisitor visitor(String account) {
        return new PageVisitor(port).as(account);
    }

    private String handIn() {
        return "/cases/"
                + new Work(nobody()).handIn(Samples.complaint()).path("id").asString();
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    @Test
    void the_whole_file_is_printed_with_who_printed_it_and_the_look_is_written_down() throws IOException {
        String path = handIn();
        PageVisitor officer = visitor("officer1");
        officer.post(path, path + "/do/note", Map.of("text", "Đã gọi điện " + "x".repeat(300)))
                .expect(200);
        assertThat(officer.get(path).html()).contains("/whole.pdf?part=1");
        assertThat(text(officer.file(path + "/whole.pdf")))
                .contains("TOÀN BỘ HỒ SƠ VỤ VIỆC", "in bởi Name of officer1", "như đã ghi đến")
                .contains("Thông tin chung", "Người gửi đơn", "Thời hạn", "ngày 1", "Đã gọi điện", "Lịch sử")
                .contains("Hết hồ sơ.");
        String id = path.substring("/cases/".length());
        assertThat(as("inspector1")
                        .get("/api/petitions/" + id + "/readings")
                        .expect(200)
                        .raw()
                        .body())
                .asString(UTF_8)
                .contains("\"export\"");
    }

    @Test
    void the_past_says_what_became_of_letters_and_is_printed_as_it_was_with_its_whole_history() throws IOException {
        String path = handIn();
        PageVisitor officer = visitor("officer1");
        officer.post(path, path + "/do/note", Map.of("text", "Trước khi soạn")).expect(200);
        String letters = "/api/petitions/" + path.substring("/cases/".length()) + "/letters";
        String letter = letters + "/"
                + as("officer1")
                        .post(
                                letters,
                                "{'template': 'urging', 'addressee': 'Sở Xây dựng', 'body': 'Đề nghị giải quyết.'}")
                        .expect(201)
                        .json()
                        .path("id")
                        .asString();
        officer.post(path, path + "/do/note", Map.of("text", "Sau khi soạn")).expect(200);
        as("officer1").post(letter + "/submit", "{}").expect(200);
        JsonNode history = as("officer1")
                .get("/api/petitions/" + path.substring("/cases/".length()) + "/history")
                .expect(200)
                .json();
        String drafted = moment(history, "letter.drafted");
        Seen past = officer.get(path + "?asOf=" + drafted).expect(200);
        assertThat(past.find("(?s)(<section[^>]*id=\"differences\".*?</section>)")
                        .replaceAll("<[^>]*>", " "))
                .contains("Công văn đôn đốc", "Dự thảo", "Chờ ký");
        assertThat(past.html()).contains("/whole.pdf?part=1&amp;asOf=").doesNotContain("??");
        assertThat(text(officer.file(path + "/whole.pdf?asOf=" + drafted)))
                .contains(
                        "Hồ sơ như tại thời điểm",
                        "Trước khi soạn",
                        "Công văn đôn đốc giải quyết đơn, Dự thảo",
                        "Hết hồ sơ.")
                .doesNotContain("Sau khi soạn")
                .doesNotContain("Chờ ký");
        officer.get(path + "/whole.pdf?asOf=2020-01-01T00:00").expect(404);
        officer.get(path + "/whole.pdf?asOf=x").expect(404);
    }

    private static String moment(JsonNode history, String type) {
        return history.path("items")
                .valueStream()
                .filter(item -> item.path("type").asString().equals(type))
                .findFirst()
                .orElseThrow()
                .path("at")
                .asString()
                .replace("+", "%2B");
    }

    /** Whatever is asked for each event, or for each of the hundred that a page tells, would be far more. */
    @Test
    void the_past_of_a_case_with_two_thousand_events_asks_the_database_no_more_than_that_of_a_short_one() {
        PageVisitor officer = visitor("officer1");
        String few = noted(20);
        String many = noted(2_000);
        for (String page : List.of("?stop=10", "/moments", "/whole.pdf?part=1", "")) {
            officer.content(few + page);
            officer.content(many + page);
            List<String> ofFew = statements(() -> officer.content(few + page));
            List<String> ofMany = statements(() -> officer.content(many + page));
            assertThat(ofFew).as(page).isNotEmpty();
            assertThat(ofMany).as(page).hasSizeLessThan(ofFew.size() + FEW_MORE);
        }
        assertThat(officer.content(many + "/moments")).asString(UTF_8).contains("ghi so 1999\"");
        Seen past = officer.get(many + "?stop=500").expect(200);
        assertThat(past.html()).contains("/whole.pdf?part=1").hasSizeLessThan(400_000);
        String asOf = past.find("/whole.pdf\\?part=1(?:&amp;|&)asOf=([^\"]+)");
        assertThat(officer.content(many + "/whole.pdf?asOf=" + asOf)).startsWith('%', 'P', 'D', 'F');
    }

    /** A case with so many events, recorded at moments of their own. */
    private String noted(int all) {
        String path = handIn();
        String id = path.substring("/cases/".length());
        settle();
        int before = as("officer1")
                .get("/api/petitions/" + id + "/history")
                .expect(200)
                .json()
                .path("items")
                .size();
        PetitionId petition = new PetitionId(id);
        DefaultUnitOfWork<?> work = DefaultUnitOfWork.startAndGet(null);
        work.attachTransaction(new SpringTransactionManager(transactions));
        events.publish(IntStream.range(before, all)
                .mapToObj(no -> new GenericDomainEventMessage<>(
                        "Petition",
                        id,
                        no,
                        new CaseEvent.NoteAdded(petition, Sealed.of(KeyId.petition(id), "ghi so " + no)),
                        MetaData.with("by", "officer1")))
                .toList());
        work.commit();
        progress.awaitSettled(id, Duration.ofSeconds(30));
        return path;
    }

    /** What the threads that answer browsers ask the database meanwhile. */
    private static List<String> statements(Runnable meanwhile) {
        List<String> asked = new CopyOnWriteArrayList<>();
        Handler listening = new StreamHandler() {
            @Override
            public void publish(LogRecord line) {
                boolean answers = Thread.currentThread().getName().startsWith("http-nio");
                if (answers && line.getMessage().contains("FE=> Bind")) asked.add(line.getMessage());
            }
        };
        listening.setLevel(Level.ALL);
        Logger wire = Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl");
        wire.setUseParentHandlers(false);
        wire.addHandler(listening);
        wire.setLevel(Level.FINEST);
        try {
            meanwhile.run();
        } finally {
            wire.setLevel(null);
            wire.removeHandler(listening);
            wire.setUseParentHandlers(true);
        }
        return List.copyOf(asked);
    }

    @Test
    void it_is_not_there_for_others_nor_are_parts_it_does_not_have() {
        String path = handIn();
        visitor("officer3").get(path + "/whole.pdf").expect(404);
        visitor("officer1").get(path + "/whole.pdf?part=0").expect(404);
        visitor("officer1").get(path + "/whole.pdf?part=2").expect(404);
        visitor("officer1").get(path + "/whole.pdf?part=x").expect(400);
    }

    @Test
    void the_history_is_narrowed_by_who_when_and_words_however_they_are_accented() {
        String path = handIn();
        PageVisitor officer = visitor("officer1");
        officer.post(path, path + "/do/note", Map.of("text", "Hẹn gặp ở trụ sở"))
                .expect(200);
        assertThat(told(officer, path + "?words=hen+gap")).contains("Hẹn gặp ở trụ sở");
        assertThat(told(officer, path + "?words=hen+gap&events=task")).contains("Không có sự việc nào");
        assertThat(told(officer, path + "?by=officer1&events=step"))
                .contains("Hẹn gặp")
                .doesNotContain("Tiếp nhận đơn");
        assertThat(told(officer, path + "?since=2999-01-01")).contains("Không có sự việc nào");
        assertThat(told(officer, path + "?before=1")).contains("Mới nhất").doesNotContain("Hẹn gặp");
        for (String wrong : new String[] {"?since=2026-13-45", "?until=999999999-01-01", "?before=x", "?words=%00"})
            assertThat(officer.get(path + wrong).status()).isBetween(400, 499);
    }

    private static String told(PageVisitor visitor, String path) {
        return visitor.get(path)
                .expect(200)
                .find("(?s)(<section[^>]*id=\"history\".*?</section>)")
                .replaceAll("<[^>]*>", " ");
    }

    @Test
    void a_long_history_comes_a_hundred_at_a_time() {
        String path = handIn();
        PetitionId petition = new PetitionId(path.substring("/cases/".length()));
        Actor by = Actor.of("officer1", "A", Role.OFFICER);
        for (int no = 0; no < 101; no++)
            commands.send(
                    new CaseCommand.AddNote(petition, "ghi so " + no, by),
                    by.id().value());
        progress.awaitSettled(petition.value(), Duration.ofSeconds(20));
        PageVisitor officer = visitor("officer1");
        String first = told(officer, path);
        assertThat(first).contains("ghi so 100").doesNotContain("ghi so 0 ").contains("Cũ hơn");
        String older = officer.get(path).find("rel=\"next\" href=\"(/cases/[^\"#]+before=[^\"#]+)");
        assertThat(told(officer, older)).contains("ghi so 0 ").doesNotContain("ghi so 100");
    }

    @Test
    void those_who_may_see_the_case_are_offered_to_be_mentioned_and_others_are_refused_with_a_word() {
        String path = handIn();
        PageVisitor officer = visitor("officer1");
        assertThat(officer.get(path + "/mentionable?q=officer").expect(200).html())
                .contains("officer2")
                .doesNotContain("officer3");
        assertThat(officer.get(path + "/mentionable?q=%00").expect(200).html()).isEqualTo("[]");
        visitor("officer3").get(path + "/mentionable?q=o").expect(404);
        assertThat(officer.post(path, path + "/do/note", Map.of("text", "@officer3 xem giúp"))
                        .expect(422)
                        .text())
                .contains("không được xem vụ việc này");
    }
}
