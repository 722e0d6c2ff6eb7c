package vn.caunoi.projections.casefile;

import java.io.InputStream;
import java.io.Reader;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.Base64Variant;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.SerializableString;
import tools.jackson.core.StreamWriteCapability;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.TreeNode;
import tools.jackson.core.Version;
import tools.jackson.core.util.JacksonFeatureSet;
import tools.jackson.core.util.SimpleStreamWriteContext;

/** What a writer of JSON has to be that writes no text: without output, settings, or anything raw. */
abstract class InMemory extends JsonGenerator {
    private static final JacksonFeatureSet<StreamWriteCapability> CAPABILITIES =
            JacksonFeatureSet.fromDefaults(StreamWriteCapability.values());

    private final SimpleStreamWriteContext context = SimpleStreamWriteContext.createRootContext(null);

    private static UnsupportedOperationException noText() {
        return new UnsupportedOperationException("no text is written here");
    }

    @Override
    public Version version() {
        return Version.unknownVersion();
    }

    @Override
    public TokenStreamContext streamWriteContext() {
        return context;
    }

    @Override
    public ObjectWriteContext objectWriteContext() {
        return ObjectWriteContext.empty();
    }

    @Override
    public @Nullable Object streamWriteOutputTarget() {
        return null;
    }

    @Override
    public int streamWriteOutputBuffered() {
        return -1;
    }

    @Override
    public @Nullable Object currentValue() {
        return null;
    }

    @Override
    public void assignCurrentValue(Object value) {}

    @Override
    public JsonGenerator configure(StreamWriteFeature feature, boolean state) {
        return this;
    }

    @Override
    public boolean isEnabled(StreamWriteFeature feature) {
        return false;
    }

    @Override
    public int streamWriteFeatures() {
        return 0;
    }

    @Override
    public boolean has(StreamWriteCapability capability) {
        return capability.enabledByDefault();
    }

    @Override
    public JacksonFeatureSet<StreamWriteCapability> streamWriteCapabilities() {
        return CAPABILITIES;
    }

    @Override
    public JsonGenerator writeStartArray(Object of) {
        return writeStartArray();
    }

    @Override
    public JsonGenerator writeStartArray(Object of, int size) {
        return writeStartArray();
    }

    @Override
    public JsonGenerator writeStartObject(Object of) {
        return writeStartObject();
    }

    @Override
    public JsonGenerator writeStartObject(Object of, int size) {
        return writeStartObject();
    }

    @Override
    public JsonGenerator writeName(SerializableString member) {
        return writeName(member.getValue());
    }

    @Override
    public JsonGenerator writePropertyId(long member) {
        return writeName(Long.toString(member));
    }

    @Override
    public JsonGenerator writeNumber(short value) {
        return writeNumber((int) value);
    }

    @Override
    public JsonGenerator writeString(Reader text, int length) {
        throw noText();
    }

    @Override
    public JsonGenerator writeRawUTF8String(byte[] text, int from, int length) {
        throw noText();
    }

    @Override
    public JsonGenerator writeUTF8String(byte[] text, int from, int length) {
        throw noText();
    }

    @Override
    public JsonGenerator writeRaw(String text) {
        throw noText();
    }

    @Override
    public JsonGenerator writeRaw(String text, int from, int length) {
        throw noText();
    }

    @Override
    public JsonGenerator writeRaw(char[] text, int from, int length) {
        throw noText();
    }

    @Override
    public JsonGenerator writeRaw(char text) {
        throw noText();
    }

    @Override
    public JsonGenerator writeRawValue(String text) {
        throw noText();
    }

    @Override
    public JsonGenerator writeRawValue(String text, int from, int length) {
        throw noText();
    }

    @Override
    public JsonGenerator writeRawValue(char[] text, int from, int length) {
        throw noText();
    }

    @Override
    public int writeBinary(Base64Variant variant, InputStream data, int length) {
        throw noText();
    }

    @Override
    public JsonGenerator writeNumber(String text) {
        throw noText();
    }

    @Override
    public JsonGenerator writePOJO(Object value) {
        throw noText();
    }

    @Override
    public JsonGenerator writeTree(TreeNode tree) {
        throw noText();
    }

    @Override
    public void flush() {}

    @Override
    public boolean isClosed() {
        return false;
    }

    @Override
    public void close() {}
}
