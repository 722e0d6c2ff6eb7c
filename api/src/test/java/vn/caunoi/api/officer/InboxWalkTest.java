package vn.caunoi.api.officer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.caunoi.api.testing.Caller;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Samples;
import vn.caunoi.api.testing.Work;

/** Whichever way complaints go, whoever has to act finds in the inbox what the record says is to be done, after each step. */
class InboxWalkTest extends RunningApi {

    private static final int CASES = 3;
    private static final int STEPS = 20;

    @Test
    void record_and_inbox_agree_after_each_step() {
        Random random = new Random(7);
        for (int n = 0; n < CASES; n++) walk(random);
    }

    private void walk(Random random) {
        Work work = new Work(nobody());
        String id = work.handIn(Samples.complaint()).path("id").asString();
        for (int step = 0; step < STEPS; step++) {
            List<String> open = ids(as("officer1").get("/api/petitions/" + id), "tasks");
            assertThat(ids(as("head1").get("/api/tasks?scope=team&petition=" + id), "items"))
                    .containsExactlyInAnyOrderElementsOf(open);
            if (open.isEmpty()) return;
            JsonNode task = work.task(id);
            // a complaint goes its way oftener than it ends at once
            if (random.nextInt(4) > 0) work.complete(task, null).expect(200);
            else work.complete(task, any(task, random));
        }
    }

    private String any(JsonNode task, Random random) {
        JsonNode ways = as("head1")
                .get("/api/tasks/" + task.path("id").asString() + "/form")
                .expect(200)
                .json()
                .path("outcomes");
        return ways.get(random.nextInt(ways.size())).path("id").asString();
    }

    private static List<String> ids(Caller.Answer answer, String of) {
        return StreamSupport.stream(answer.expect(200).json().path(of).spliterator(), false)
                .map(one -> one.path("id").asString())
                .toList();
    }
}
