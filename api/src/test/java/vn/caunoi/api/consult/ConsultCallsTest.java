package vn.caunoi.api.consult;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import vn.caunoi.api.file.FileDesk;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Samples;
import vn.caunoi.api.testing.Work;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.PetitionId;

/** Ward A asks ward B for an opinion, which sees the question and the chosen paper and nothing of the case. */
class ConsultCallsTest extends RunningApi {

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private FileDesk files;

    private String id;
    private String path;
    private String shown;
    private String hidden;

    @BeforeEach
    void handedIn() {
        Work work = new Work(nobody());
        id = work.handIn(Samples.complaint()).path("id").asString();
        path = "/api/petitions/" + id;
        shown = paperOfTheCase("ban-do.txt");
        hidden = paperOfTheCase("don-goc.txt");
    }

    /** As a completed task does it. */
    private String paperOfTheCase(String name) {
        String file = as("officer1")
                .upload("/api/files", name, ("Nội dung " + name).getBytes(StandardCharsets.UTF_8))
                .expect(201)
                .json()
                .path("id")
                .asString();
        files.attach(file, new PetitionId(id), Actor.of("officer1", "A", Role.OFFICER));
        return file;
    }

    @Test
    void the_other_ward_sees_the_question_and_the_chosen_paper_and_404_for_all_else_of_the_case() {
        String consult = ask("officer1", "B", "'" + shown + "'");
        JsonNode item =
                find(as("officer3").get("/api/consults").expect(200).json().path("items"), consult);
        assertThat(item.path("asking").asString()).isEqualTo("A");
        assertThat(item.has("petition")).isFalse();
        JsonNode sheet =
                as("officer3").get("/api/consults/" + consult).expect(200).json();
        assertThat(sheet.path("question").asString()).isEqualTo("Thửa đất có trong bản đồ không?");
        assertThat(sheet.path("papers")).hasSize(1);
        assertThat(sheet.toString()).doesNotContain(id);
        assertThat(as("officer3")
                        .get("/api/consults/" + consult + "/files/" + shown)
                        .expect(200)
                        .text())
                .contains("ban-do");
        as("officer3").get("/api/consults/" + consult + "/files/" + hidden).expect(404);
        as("officer3").get("/api/files/" + shown).expect(404);
        as("officer3").get(path).expect(404);
        as("officer3").get(path + "/consults").expect(404);
        as("officer3").get(path + "/history").expect(404);
        as("officer1").get("/api/consults/" + consult).expect(404);
        as("designer1").get("/api/consults/" + consult).expect(403);
    }

    @Test
    void it_is_answered_with_a_file_once_and_stands_in_the_case_and_its_history() {
        String consult = ask("officer1", "B", "'" + shown + "'");
        String file = as("officer3")
                .upload("/api/files", "y-kien.txt", "Có".getBytes(StandardCharsets.UTF_8))
                .expect(201)
                .json()
                .path("id")
                .asString();
        String answer = "{'text': 'Có trong bản đồ.', 'files': ['" + file + "']}";
        as("officer3")
                .post("/api/consults/" + consult + "/answer", "{'text': ' '}")
                .expect(422);
        as("officer3").post("/api/consults/" + consult + "/answer", answer).expect(200);
        as("head2")
                .post("/api/consults/" + consult + "/answer", "{'text': 'x'}")
                .expect(409);
        JsonNode all = as("officer1").get(path + "/consults").expect(200).json().path("items");
        JsonNode one = all.get(all.size() - 1);
        assertThat(one.path("answer").asString()).isEqualTo("Có trong bản đồ.");
        assertThat(one.path("state").asString()).isEqualTo("ANSWERED");
        as("officer1").get("/api/files/" + file).expect(200);
        assertThat(as("officer1").get(path + "/history").expect(200).text())
                .contains("consult.asked", "consult.answered", "Có trong bản đồ.");
        JsonNode sheet =
                as("officer3").get("/api/consults/" + consult).expect(200).json();
        assertThat(sheet.path("papers")).as("shown no more").isEmpty();
        as("officer3").get("/api/consults/" + consult + "/files/" + shown).expect(404);
    }

    @Test
    void what_is_wrong_with_a_request_is_told_at_its_field() {
        as("officer1").post(path + "/consults", "{'question': 'x'}").expect(422);
        as("officer1")
                .post(path + "/consults", "{'question': 'x', 'unit': 'Z'}")
                .expect(422);
        as("officer1")
                .post(path + "/consults", "{'question': 'x', 'unit': 'A'}")
                .expect(422);
        as("officer1")
                .post(path + "/consults", "{'question': 'x', 'body': 'V', 'email': 'v'}")
                .expect(422);
        as("officer1")
                .post(path + "/consults", "{'question': 'x', 'unit': 'B', 'papers': ['" + "0".repeat(8) + "']}")
                .expect(422);
        as("clerk1").post(path + "/consults", "{'question': 'x', 'unit': 'B'}").expect(403);
        as("officer3")
                .post(path + "/consults", "{'question': 'x', 'unit': 'A'}")
                .expect(404);
    }

    @Test
    void a_unit_whose_head_the_case_is_about_is_not_asked_and_a_question_asked_before_is_not_there_for_it() {
        String consult = ask("officer1", "B", "'" + shown + "'");
        as("officer3").get("/api/consults/" + consult).expect(200);
        as("officer1").post(path + "/accused", "{'officers': ['head2']}").expect(200);
        as("head2").get("/api/consults/" + consult).expect(404);
        as("officer3").get("/api/consults/" + consult).expect(404);
        assertThat(as("head2").get("/api/consults").expect(200).text()).doesNotContain(consult);
        as("officer1")
                .post(path + "/consults", "{'question': 'x', 'unit': 'B'}")
                .expect(422);
    }

    @Test
    void who_asked_sees_what_they_wait_for() {
        String consult = ask("officer2", "B", "");
        assertThat(find(
                        as("officer2")
                                .get("/api/consults?scope=waiting")
                                .expect(200)
                                .json()
                                .path("items"),
                        consult))
                .isNotNull();
        as("officer3")
                .post("/api/consults/" + consult + "/decline", "{'reason': 'Không rõ'}")
                .expect(200);
        assertThat(as("officer2").get("/api/consults?scope=waiting").expect(200).text())
                .doesNotContain(consult);
    }

    @Test
    void each_look_of_the_other_ward_is_written_down() {
        String consult = ask("officer1", "B", "'" + shown + "'");
        as("officer3").get("/api/consults/" + consult).expect(200);
        Long looks = jdbc.queryForObject(
                "select count(*) from vault.reading where petition = ? and reader = 'officer3' and what = 'consult'",
                Long.class,
                id);
        assertThat(looks).isEqualTo(1);
    }

    private String ask(String account, String unit, String papers) {
        return as(account)
                .post(
                        path + "/consults",
                        "{'question': 'Thửa đất có trong bản đồ không?', 'unit': '" + unit + "', 'papers': [" + papers
                                + "]}")
                .expect(201)
                .json()
                .path("id")
                .asString();
    }

    private static JsonNode find(JsonNode items, String consult) {
        for (JsonNode item : items) {
            if (item.path("id").asString().equals(consult)) return item;
        }
        throw new AssertionError("no " + consult + " in " + items);
    }
}
