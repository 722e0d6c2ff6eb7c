package vn.caunoi.api.officer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Samples;
import vn.caunoi.api.testing.Work;

/** From ward to ward and to the province, with one code and one history. */
class PassingTest extends RunningApi {

    private String path;
    private JsonNode receipt;

    @BeforeEach
    void handedIn() {
        receipt = new Work(nobody()).handIn(Samples.complaint());
        path = "/api/petitions/" + receipt.path("id").asString();
    }

    @Test
    void it_is_passed_on_with_code_history_and_limit_and_is_no_longer_there_for_the_first_ward() {
        String due = file("officer1").path("deadlines").get(0).path("due").asString();
        pass("officer1", "B", 200);
        as("officer1").get(path).expect(404);
        JsonNode file = file("officer3");
        assertThat(file.path("code").asString()).isEqualTo(receipt.path("code").asString());
        assertThat(file.path("deadlines").get(0).path("due").asString()).isEqualTo(due);
        assertThat(file.path("tasks").get(0).path("unit").asString()).isEqualTo("B");
        assertThat(file.path("passes").get(0).path("reason").asString()).isEqualTo("Thẩm quyền nơi khác");
        assertThat(as("officer3").get(path + "/history").expect(200).text()).contains("petition.passed");
    }

    @Test
    void it_is_passed_back_once_and_the_second_time_the_province_decides_and_that_stands() {
        pass("officer1", "B", 200);
        back("officer3", 200);
        assertThat(file("officer1").path("unit").asString()).isEqualTo("A");
        back("officer1", 422);
        pass("officer1", "B", 200);
        back("officer3", 200);
        JsonNode file = as("inspector1").get(path).expect(200).json();
        assertThat(file.path("unit").asString()).isEqualTo("P");
        assertThat(file.path("passes")).hasSize(4);
        assertThat(file.path("passes").get(3).path("decides").asBoolean()).isTrue();
    }

    @Test
    void a_unit_that_is_not_there_is_told_and_a_stranger_sees_nothing() {
        pass("officer1", "Z", 422);
        pass("officer1", "A", 422);
        pass("officer3", "B", 404);
        pass("clerk1", "B", 403);
        as("officer1").post(path + "/pass", "{}").expect(422);
        back("officer1", 422);
    }

    private JsonNode file(String account) {
        return as(account).get(path).expect(200).json();
    }

    private void pass(String account, String unit, int answer) {
        as(account)
                .post(path + "/pass", "{'unit': '" + unit + "', 'reason': 'Thẩm quyền nơi khác'}")
                .expect(answer);
    }

    private void back(String account, int answer) {
        as(account)
                .post(path + "/pass-back", "{'reason': 'Không phải việc của phường'}")
                .expect(answer);
    }
}
