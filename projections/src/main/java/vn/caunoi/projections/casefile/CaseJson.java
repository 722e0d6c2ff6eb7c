package vn.caunoi.projections.casefile;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.databind.json.JsonMapper;

/** The kept form of a case file. */
final class CaseJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private CaseJson() {}

    static String write(CaseFile file) {
        return JSON.writeValueAsString(file);
    }

    static CaseFile read(String json) {
        return JSON.readValue(json, CaseFile.class);
    }
}
