package vn.caunoi.api.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import vn.caunoi.core.petition.Refusal;

/** Every error of a call under {@code /api} becomes a problem; pages have errors of their own. Nothing is swallowed. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiErrors implements HandlerExceptionResolver {

    private static final Logger log = LoggerFactory.getLogger(ApiErrors.class);

    private final Problems problems;
    private final ProblemWriter writer;

    ApiErrors(Problems problems, ProblemWriter writer) {
        this.problems = problems;
        this.writer = writer;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (!request.getRequestURI().startsWith(request.getContextPath() + "/api/")) return null;
        // the filter chain answers these, so that 401 and 403 look the same wherever they arise
        if (failure instanceof AccessDeniedException || failure instanceof AuthenticationException) return null;
        if (response.isCommitted()) return null;
        try {
            response.resetBuffer();
            writer.write(problemFor(failure, response, ProblemWriter.languageOf(request)), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ModelAndView();
    }

    private Problem problemFor(Exception failure, HttpServletResponse response, Locale locale) {
        return switch (failure) {
            case Refusal refusal -> problems.of(refusal, locale);
            case NotFound _missing -> problems.of(ProblemKind.NOT_FOUND, locale);
            case Stopped stopped -> problems.of(stopped.kind(), locale);
            case AggregateNotFoundException _missing -> problems.of(ProblemKind.NOT_FOUND, locale);
            case ConcurrencyException _lost -> problems.of(ProblemKind.CONFLICT, locale);
            case ConcurrencyFailureException _lost -> problems.of(ProblemKind.CONFLICT, locale);
            case DataAccessResourceFailureException _down -> unavailable(failure, locale);
            case HttpMessageNotReadableException unreadable -> UnreadableBody.problem(unreadable, problems, locale);
            case MethodArgumentTypeMismatchException wrong -> parameter(wrong.getName(), "malformed", locale);
            case MissingServletRequestParameterException missing ->
                parameter(missing.getParameterName(), "required", locale);
            case ErrorResponse known -> ofSpring(known, response, locale);
            case InvalidParameterException _unreadable -> problems.of(ProblemKind.MALFORMED, locale);
            case MultipartException _unreadable -> problems.of(ProblemKind.MALFORMED, locale);
            default -> failed(failure, locale);
        };
    }

    private Problem parameter(String name, String code, Locale locale) {
        return problems.of(Input.refusal(name, code, "is not valid"), locale);
    }

    private Problem ofSpring(ErrorResponse known, HttpServletResponse response, Locale locale) {
        known.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        return problems.of(ProblemKind.ofStatus(known.getStatusCode().value()), locale);
    }

    private Problem unavailable(Exception failure, Locale locale) {
        log.warn("the database did not answer", failure);
        return problems.of(ProblemKind.UNAVAILABLE, locale);
    }

    private Problem failed(Exception failure, Locale locale) {
        log.error("a call failed", failure);
        return problems.of(ProblemKind.FAILED, locale);
    }
}
