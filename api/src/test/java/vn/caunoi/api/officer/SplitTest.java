package vn.caunoi.api.officer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.caunoi.api.file.FileDesk;
import vn.caunoi.api.testing.FileTasks;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Samples;
import vn.caunoi.api.testing.Work;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.ledger.Commands;
import vn.caunoi.core.ledger.Progress;
import vn.caunoi.core.petition.PetitionId;

/** Several kinds in one document: each part is a petition with limits of its own (TT 05/2021 Đ6.1.d). */
class SplitTest extends RunningApi {

    private static final byte[] PDF = "%PDF-1.4\n1 0 obj\n".getBytes(StandardCharsets.ISO_8859_1);
    private static final Actor OFFICER = Actor.of("officer1", "A", Role.OFFICER);

    @Autowired
    private Commands commands;

    @Autowired
    private Progress progress;

    @Autowired
    private FileDesk files;

    @Test
    void each_part_keeps_people_channel_day_and_decision_and_has_its_own_limit() {
        String id = handIn(Samples.complaint().replace("'DESK'", "'POST', 'receivedAt': '2026-11-16T08:00:00+07:00'"));
        for (JsonNode part : split(id, "officer1", "COMPLAINT", "FEEDBACK")) {
            JsonNode file = file("officer1", part.path("id").asString());
            assertThat(file.path("channel").asString()).isEqualTo("POST");
            assertThat(file.path("receivedAt").asString()).startsWith("2026-11-16T08:00:00");
            assertThat(file.path("petitioners").get(0).path("fullName").asString())
                    .isEqualTo("Nguyễn Văn An");
            assertThat(file.path("about").path("number").asString()).isEqualTo("12/QĐ-UBND");
            assertThat(file.path("deadlines").get(0).path("stage").asString()).isEqualTo("process");
            assertThat(file.path("deadlines").get(0).path("state").asString()).isNotEqualTo("MET");
            assertThat(file.path("links").get(0).path("relation").asString()).isEqualTo("SPLIT_FROM");
        }
        assertThat(file("officer1", id).path("closing").path("ground").asString())
                .isEqualTo("SPLIT");
    }

    @Test
    void each_part_has_the_papers_as_files_of_its_own() {
        String id = handIn(Samples.complaint());
        String paper = as("officer1")
                .upload("/api/files", "don.pdf", PDF)
                .expect(201)
                .json()
                .path("id")
                .asString();
        String task = FileTasks.open(commands, progress, id);
        as("officer1")
                .postJson("/api/tasks/" + task + "/complete", Map.of("outcome", "done", "data", Map.of("paper", paper)))
                .expect(200);
        for (JsonNode part : split(id, "officer1", "COMPLAINT", "FEEDBACK")) {
            List<FileDesk.Uploaded> papers =
                    files.of(new PetitionId(part.path("id").asString()), OFFICER);
            assertThat(papers).singleElement().satisfies(one -> {
                assertThat(one.name()).isEqualTo("don.pdf");
                assertThat(one.id()).isNotEqualTo(paper);
                assertThat(as("officer1")
                                .get("/api/files/" + one.id())
                                .expect(200)
                                .raw()
                                .body())
                        .isEqualTo(PDF);
                as("officer3").get("/api/files/" + one.id()).expect(404);
            });
        }
    }

    @Test
    void who_the_whole_is_about_does_not_see_the_parts() {
        String id = handIn(Samples.complaint().replace("'category'", "'accused': ['officer2'], 'category'"));
        for (JsonNode part : split(id, "officer1", "COMPLAINT", "FEEDBACK")) {
            as("officer2").get("/api/petitions/" + part.path("id").asString()).expect(404);
            assertThat(file("officer1", part.path("id").asString())
                            .path("accused")
                            .get(0)
                            .asString())
                    .isEqualTo("officer2");
        }
    }

    @Test
    void a_denunciation_is_split_by_its_handlers_who_are_not_shown_who_denounced() {
        String id = handIn(Samples.complaint().replace("'COMPLAINT'", "'DENUNCIATION'"));
        as("officer2")
                .post("/api/petitions/" + id + "/split", parts("DENUNCIATION", "COMPLAINT"))
                .expect(403);
        String task = as("officer1")
                .get("/api/petitions/" + id)
                .json()
                .path("tasks")
                .get(0)
                .path("id")
                .asString();
        as("officer1").post("/api/tasks/" + task + "/claim", "{}").expect(200);
        JsonNode parts = split(id, "officer1", "DENUNCIATION", "COMPLAINT");
        String complaint = parts.get(1).path("id").asString();
        assertThat(file("officer1", complaint).path("petitioners")).hasSize(1);
        assertThat(file("clerk1", complaint).path("links"))
                .as("that its writer denounced as well")
                .isEmpty();
        assertThat(as("clerk1").get("/api/petitions/" + complaint + "/history").text())
                .doesNotContain(id);
    }

    @Test
    void what_a_denunciation_was_split_off_is_secret_as_well() {
        String id = handIn(Samples.least().replace("Đèn đường hỏng", "Cán bộ nhận tiền Zyxwv"));
        JsonNode parts = split(id, "officer1", "DENUNCIATION", "FEEDBACK");
        for (String account : List.of("clerk1", "officer2", "inspector1")) {
            JsonNode whole = file(account, id);
            assertThat(whole.path("status").asString()).isEqualTo("CLOSED");
            assertThat(whole.path("closing").path("ground").asString()).isEqualTo("SPLIT");
            assertThat(whole.path("tasks")).isEmpty();
            assertThat(whole.path("subject").isNull()).isTrue();
            assertThat(whole.path("petitioners")).isEmpty();
        }
        assertThat(as("clerk1").get("/api/petitions?q=Zyxwv").expect(200).text())
                .doesNotContain(id);
        String feedback = parts.get(1).path("id").asString();
        assertThat(file("clerk1", feedback).path("links")).isEmpty();
    }

    private String handIn(String petition) {
        return new Work(nobody()).handIn(petition).path("id").asString();
    }

    private JsonNode file(String account, String petition) {
        return as(account).get("/api/petitions/" + petition).expect(200).json();
    }

    private JsonNode split(String petition, String account, String... kinds) {
        JsonNode parts = as(account)
                .post("/api/petitions/" + petition + "/split", parts(kinds))
                .expect(200)
                .json()
                .path("petitions");
        assertThat(StreamSupport.stream(parts.spliterator(), false)
                        .map(part -> part.path("pin").asString()))
                .hasSize(kinds.length)
                .allMatch(pin -> pin.matches("\\d{6}"));
        return parts;
    }

    private static String parts(String... kinds) {
        StringBuilder parts = new StringBuilder();
        for (String kind : kinds) {
            parts.append(parts.isEmpty() ? "" : ", ")
                    .append("{'subject': 'Phần ")
                    .append(kind)
                    .append("', 'content': 'Nội dung', 'kind': '")
                    .append(kind)
                    .append("'}");
        }
        return "{'parts': [" + parts + "], 'reason': 'Nhiều nội dung'}";
    }
}
