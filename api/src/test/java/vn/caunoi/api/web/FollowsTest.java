package vn.caunoi.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Samples;
import vn.caunoi.api.testing.Work;

/** What the line beside an outcome tells is what comes when it is chosen. */
class FollowsTest extends RunningApi {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(strings = {"accept", "accept-complex"})
    void the_day_that_is_told_is_the_day_on_which_the_time_ends(String outcome) {
        Work work = new Work(nobody());
        String id = work.handIn(Samples.complaint()).path("id").asString();
        JsonNode task = work.until(id, "decide-acceptance");
        String told = line(id, task, outcome);
        JsonNode today = nobody().as("officer1")
                .get("/api/tasks/" + task.path("id").asString() + "/form")
                .json();
        String acceptedOn = last(today, outcome);
        var data = Work.data(way(today, outcome));
        data.put("acceptedOn", acceptedOn);
        nobody().as("officer1")
                .postJson(
                        "/api/tasks/" + task.path("id").asString() + "/complete",
                        Map.of("outcome", outcome, "data", data))
                .expect(200);
        JsonNode deadlines =
                nobody().as("officer1").get("/api/petitions/" + id).json().path("deadlines");
        LocalDate due = StreamSupport.stream(deadlines.spliterator(), false)
                .filter(one -> one.path("stage").asString().equals("settle_1"))
                .map(one -> OffsetDateTime.parse(one.path("due").asString()).toLocalDate())
                .findFirst()
                .orElseThrow();
        assertThat(told).contains("đến hết " + DAY.format(due) + " nếu làm hôm nay");
        assertThat(told).contains("Văn bản phát hành sau đó: Thông báo thụ lý giải quyết khiếu nại");
    }

    @Test
    void an_outcome_that_ends_the_case_names_the_letter_that_says_so() {
        Work work = new Work(nobody());
        String id = work.handIn(Samples.complaint()).path("id").asString();
        JsonNode task = work.until(id, "decide-acceptance");
        assertThat(line(id, task, "not-accept")).contains("Thông báo không thụ lý");
    }

    private String line(String id, JsonNode task, String outcome) {
        PageVisitor officer = new PageVisitor(port).as("officer1");
        String page = "/cases/" + id;
        officer.post(page, "/tasks/" + task.path("id").asString() + "/claim", Map.of());
        return officer.get(page).find("id=\"way-0-" + outcome + "\"[\\s\\S]*?<span class=\"hint\">([^<]*)</span>");
    }

    private static JsonNode way(JsonNode form, String outcome) {
        return StreamSupport.stream(form.path("outcomes").spliterator(), false)
                .filter(one -> one.path("id").asString().equals(outcome))
                .findFirst()
                .orElseThrow();
    }

    /** Today is the last day that is taken. */
    private static String last(JsonNode form, String outcome) {
        return StreamSupport.stream(way(form, outcome).path("fields").spliterator(), false)
                .filter(field -> field.path("id").asString().equals("acceptedOn"))
                .map(field -> field.path("max").asString())
                .findFirst()
                .orElseThrow();
    }
}
