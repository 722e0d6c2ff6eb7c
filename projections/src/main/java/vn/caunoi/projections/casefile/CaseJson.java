package vn.caunoi.projections.casefile;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import vn.caunoi.projections.casefile.Part.OpenTask;

/** The open tasks of a case as its row keeps them. */
final class CaseJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private CaseJson() {}

    static String write(List<OpenTask> tasks) {
        return JSON.writeValueAsString(tasks);
    }

    static List<OpenTask> read(String json) {
        return List.of(JSON.readValue(json, OpenTask[].class));
    }
}
