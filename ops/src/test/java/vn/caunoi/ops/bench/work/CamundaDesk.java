package vn.caunoi.ops.bench.work;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import vn.caunoi.ops.bench.Camunda;

/** The same work by the peer's services, as an application around the engine would do it. */
final class CamundaDesk implements Desk {
    private final Camunda camunda;
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final AtomicLong begun = new AtomicLong();

    CamundaDesk(Camunda camunda) {
        this(camunda, Model.peers());
    }

    CamundaDesk(Camunda camunda, byte[] model) {
        this.camunda = camunda;
        this.tasks = camunda.engine().getTaskService();
        this.runtime = camunda.engine().getRuntimeService();
        camunda.engine()
                .getRepositoryService()
                .createDeployment()
                .addInputStream("bench.bpmn", new ByteArrayInputStream(model))
                .deploy();
    }

    @Override
    public String handIn() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> content = Map.of(
                "kind", "FEEDBACK",
                "subject", "Phản ánh rác thải tồn đọng nhiều ngày",
                "content", "Rác tại ngõ 12 không được thu gom từ thứ hai tuần trước, đề nghị xử lý.",
                "petitioner", "Nguyễn Văn An");
        begun.incrementAndGet();
        return runtime.startProcessInstanceByKey(Model.KEY, key, content).getId();
    }

    @Override
    public List<Job> open(int most) {
        return tasks.createTaskQuery().taskCandidateGroup("officer").listPage(0, most).stream()
                .map(task -> new Job(task.getId(), task.getProcessInstanceId()))
                .toList();
    }

    @Override
    public Job taskOf(String petition) {
        return new Job(
                tasks.createTaskQuery()
                        .processInstanceId(petition)
                        .singleResult()
                        .getId(),
                petition);
    }

    @Override
    public void claim(Job job, String officer) {
        tasks.claim(job.task(), officer);
    }

    @Override
    public void complete(Job job, String officer) {
        tasks.complete(job.task(), Map.of("outcome", Model.OUTCOME, "checked", true));
    }

    @Override
    public void settle() {
        // a call of the engine returns when everything has happened
    }

    @Override
    public long closed() {
        return begun.get() - camunda.store().answer("select count(*) from act_ru_execution where parent_id_ is null");
    }
}
