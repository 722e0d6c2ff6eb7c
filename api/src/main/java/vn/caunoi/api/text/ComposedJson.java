package vn.caunoi.api.text;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** Bodies of calls give their text composed, whatever sent it. */
@Configuration(proxyBeanMethods = false)
class ComposedJson {

    @Bean
    JacksonModule composedText() {
        return new SimpleModule("caunoi-composed-text").addDeserializer(String.class, new Reading());
    }

    private static final class Reading extends StdScalarDeserializer<String> {
        Reading() {
            super(String.class);
        }

        @Override
        public @Nullable String deserialize(JsonParser json, DeserializationContext context) {
            String text = StringDeserializer.instance.deserialize(json, context);
            return text == null ? null : Composed.of(text);
        }
    }
}
