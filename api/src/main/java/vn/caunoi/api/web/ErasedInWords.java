package vn.caunoi.api.web;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.dialect.IPostProcessorDialect;
import org.thymeleaf.engine.AbstractTemplateHandler;
import org.thymeleaf.model.IText;
import org.thymeleaf.postprocessor.IPostProcessor;
import org.thymeleaf.postprocessor.PostProcessor;
import org.thymeleaf.templatemode.TemplateMode;
import vn.caunoi.core.vault.Sealed;

/** Says in the reader's language, wherever a page shows it, that something was erased. */
@Component
class ErasedInWords extends AbstractDialect implements IPostProcessorDialect {

    private static final int LAST = 10_000;

    ErasedInWords() {
        super("erased-in-words");
    }

    @Override
    public int getDialectPostProcessorPrecedence() {
        return LAST;
    }

    @Override
    public Set<IPostProcessor> getPostProcessors() {
        return Set.of(new PostProcessor(TemplateMode.HTML, Translating.class, LAST));
    }

    /** Made anew for each page, by its name. */
    public static final class Translating extends AbstractTemplateHandler {

        @Override
        public void handleText(IText text) {
            super.handleText(text.getText().contains(Sealed.ERASED) ? translated(text.getText()) : text);
        }

        private IText translated(String text) {
            ITemplateContext page = getContext();
            String said = page.getMessage(ErasedInWords.class, "erased", new Object[0], true);
            return page.getModelFactory().createText(text.replace(Sealed.ERASED, said));
        }
    }
}
