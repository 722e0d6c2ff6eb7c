package vn.caunoi.api.text;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Forms and addresses give their text composed, whatever sent it. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class ComposedParameters extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new Reading(request), response);
    }

    private static final class Reading extends HttpServletRequestWrapper {
        Reading(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getParameter(String name) {
            String text = super.getParameter(name);
            return text == null ? null : Composed.of(text);
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            String[] texts = super.getParameterValues(name);
            return texts == null ? null : Composed.of(texts);
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            Map<String, String[]> composed = new LinkedHashMap<>(super.getParameterMap());
            composed.replaceAll((name, texts) -> Composed.of(texts));
            return composed;
        }
    }
}
