package vn.caunoi.api.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.core.clock.BusinessClock;

class DemoClockTest extends RunningApi {

    @Autowired
    private BusinessClock clock;

    @Test
    void the_clock_of_the_demo_moves_forward_and_only_forward() {
        Instant before = clock.instant();
        String now = as("clerk1")
                .post("/api/demo/clock", "{'advance': 'PT1H'}")
                .expect(200)
                .json()
                .path("now")
                .asString();
        assertThat(OffsetDateTime.parse(now).toInstant()).isAfterOrEqualTo(before.plusSeconds(3600));
        as("clerk1").post("/api/demo/clock", "{'advance': '-PT1H'}").expect(422);
        as("clerk1").post("/api/demo/clock", "{'advance': 'tomorrow'}").expect(422);
        as("clerk1").post("/api/demo/clock", "{}").expect(422);
        nobody().post("/api/demo/clock", "{'advance': 'PT1H'}").expect(401);
    }

    @Test
    void incidents_are_for_administrators_and_inspectors() {
        as("admin1").get("/api/incidents").expect(200);
        as("officer1").get("/api/incidents").expect(403);
        as("officer1").post("/api/incidents/x/1/retry", "{}").expect(403);
    }
}
