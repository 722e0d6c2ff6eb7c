package vn.caunoi.api.json;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;
import vn.caunoi.core.clock.BusinessClock;
import vn.caunoi.core.directory.Role;
import vn.caunoi.projections.casefile.CaseFile;

/** Instants are written in the zone of the law, with all six digits of the microseconds, or none. */
@Configuration(proxyBeanMethods = false)
class JsonConfiguration {

    private static final DateTimeFormatter WHOLE_SECOND = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSxxx");

    @Bean
    JacksonModule momentsWithZone() {
        return new SimpleModule("caunoi-moments").addSerializer(Instant.class, new Moments());
    }

    @Bean
    JacksonModule usualTimes() {
        return UsualTimes.module();
    }

    /** A group is one word everywhere: that of the diagrams. */
    @Bean
    JacksonModule groupsAsInDiagrams() {
        return new SimpleModule("caunoi-groups").addSerializer(Role.class, new Groups());
    }

    @Bean
    JacksonModule caseFileAsShown() {
        return new SimpleModule("caunoi-case-file").setMixInAnnotation(CaseFile.class, Shown.class);
    }

    /** Nine and a half days are not nine: what is no whole number is refused where one is asked for. */
    @Bean
    JsonMapperBuilderCustomizer wholeNumbers() {
        return mapper -> mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
    }

    /** What the case file keeps for reckoning only. */
    @JsonIgnoreProperties({"standing", "worked", "consequences"})
    private interface Shown {}

    private static final class Groups extends ValueSerializer<Role> {
        @Override
        public void serialize(Role value, JsonGenerator json, SerializationContext context) {
            json.writeString(value.group());
        }
    }

    private static final class Moments extends ValueSerializer<Instant> {
        @Override
        public void serialize(Instant value, JsonGenerator json, SerializationContext context) {
            DateTimeFormatter format = value.getNano() == 0 ? WHOLE_SECOND : MOMENT;
            json.writeString(format.format(value.atZone(BusinessClock.ZONE)));
        }
    }
}
