package vn.caunoi.api.json;

import java.time.Instant;
import java.time.LocalDate;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ext.javatime.deser.InstantDeserializer;
import tools.jackson.databind.ext.javatime.deser.LocalDateDeserializer;
import tools.jackson.databind.module.SimpleModule;
import vn.caunoi.api.page.Asked;
import vn.caunoi.core.clock.BusinessClock;

/**
 * Days and moments that are sent lie in the years 1 to 9999. Others are a slip, or meant to break the database's calendar:
 * what was recorded with one could be shown by no read model.
 */
final class UsualTimes {

    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);
    private static final Instant BEGIN = FIRST.atStartOfDay(BusinessClock.ZONE).toInstant();
    private static final Instant END =
            LAST.plusDays(1).atStartOfDay(BusinessClock.ZONE).toInstant();

    private UsualTimes() {}

    static JacksonModule module() {
        return new SimpleModule("caunoi-usual-times")
                .addDeserializer(LocalDate.class, new Days())
                .addDeserializer(Instant.class, new Moments());
    }

    private static final class Days extends ValueDeserializer<LocalDate> {
        @Override
        public LocalDate deserialize(JsonParser json, DeserializationContext context) {
            // a number would be taken for days since 1970
            if (json.currentToken() != JsonToken.VALUE_STRING)
                throw context.wrongTokenException(json, LocalDate.class, JsonToken.VALUE_STRING, "is no day");
            LocalDate day = LocalDateDeserializer.INSTANCE.deserialize(json, context);
            if (day == null || Asked.isUsual(day)) return day;
            throw context.weirdStringException(day.toString(), LocalDate.class, "is of no usual year");
        }
    }

    private static final class Moments extends ValueDeserializer<Instant> {
        @Override
        public Instant deserialize(JsonParser json, DeserializationContext context) {
            Instant moment = InstantDeserializer.INSTANT.deserialize(json, context);
            if (moment == null || !moment.isBefore(BEGIN) && moment.isBefore(END)) return moment;
            throw context.weirdStringException(moment.toString(), Instant.class, "is of no usual year");
        }
    }
}
