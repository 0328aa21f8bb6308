"""The Kubernetes manifests: what the API server would refuse, and what it would let pass."""

from __future__ import annotations

from typing import Any

import pytest
from ruamel.yaml import YAML

from adapters.settings import Settings
from tests.conftest import REPOSITORY

FOLDER = REPOSITORY / "deploy" / "kubernetes"


def _load(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = YAML(typ="safe").load((FOLDER / name).read_text("utf-8"))
    return loaded


KUSTOMIZATION = _load("kustomization.yaml")
MANIFESTS = {manifest["kind"]: manifest for manifest in map(_load, KUSTOMIZATION["resources"])}
DEPLOYMENT = MANIFESTS["Deployment"]["spec"]
POD = DEPLOYMENT["template"]["spec"]
CONTAINER = POD["containers"][0]
LABELS = DEPLOYMENT["template"]["metadata"]["labels"]

# What each kind may say on its first levels; a mistyped key is silently ignored by a cluster.
_VERSIONS = {
    "Namespace": "v1",
    "ConfigMap": "v1",
    "Service": "v1",
    "Deployment": "apps/v1",
    "Ingress": "networking.k8s.io/v1",
    "NetworkPolicy": "networking.k8s.io/v1",
    "PodDisruptionBudget": "policy/v1",
}
_SPEC = {
    "Service": "selector ports",
    "Deployment": "replicas strategy selector template",
    "Ingress": "ingressClassName tls rules",
    "NetworkPolicy": "podSelector policyTypes ingress egress",
    "PodDisruptionBudget": "minAvailable selector",
}
_POD = """
    automountServiceAccountToken enableServiceLinks terminationGracePeriodSeconds securityContext
    topologySpreadConstraints containers volumes
"""
_CONTAINER = """
    name image imagePullPolicy ports envFrom securityContext resources startupProbe readinessProbe
    livenessProbe lifecycle volumeMounts
"""


def test_every_file_is_applied() -> None:
    """No manifest lies in the folder without being part of the installation."""
    files = {path.name for path in FOLDER.glob("*.yaml")} - {"kustomization.yaml"}

    assert files == set(KUSTOMIZATION["resources"])
    assert {kind: m["apiVersion"] for kind, m in MANIFESTS.items()} == _VERSIONS


@pytest.mark.parametrize("kind", _SPEC)
def test_no_key_is_mistyped(kind: str) -> None:
    """Every manifest says what its kind can say, and nothing else."""
    manifest = MANIFESTS[kind]

    assert manifest.keys() == {"apiVersion", "kind", "metadata", "spec"}
    assert manifest["spec"].keys() == set(_SPEC[kind].split())


def test_no_key_of_the_pod_is_mistyped() -> None:
    """The same for the pod and its container."""
    assert POD.keys() == set(_POD.split())
    assert CONTAINER.keys() == set(_CONTAINER.split())


def test_the_pod_is_let_in_by_the_restricted_standard() -> None:
    """The namespace asks for Kubernetes' strictest standard, and the pod keeps to it."""
    enforced = MANIFESTS["Namespace"]["metadata"]["labels"]
    security = CONTAINER["securityContext"]

    assert enforced == {"pod-security.kubernetes.io/enforce": "restricted"}
    assert POD["securityContext"]["runAsNonRoot"] is True
    assert POD["securityContext"]["seccompProfile"] == {"type": "RuntimeDefault"}
    assert security["allowPrivilegeEscalation"] is False
    assert security["readOnlyRootFilesystem"] is True
    assert security["capabilities"] == {"drop": ["ALL"]}
    assert {next(k for k in v if k != "name") for v in POD["volumes"]} <= {
        "configMap",
        "secret",
        "emptyDir",
    }


def test_the_user_is_the_image_s() -> None:
    """The pod runs as the user that the image was made for, or it could not write its state."""
    user = POD["securityContext"]["runAsUser"]

    assert f"USER {user}:{user}" in (REPOSITORY / "deploy" / "Dockerfile").read_text("utf-8")


def test_somebody_is_always_at_work() -> None:
    """Two instances; an upgrade or maintenance never takes the last one away."""
    assert DEPLOYMENT["replicas"] == 2
    assert DEPLOYMENT["strategy"]["rollingUpdate"] == {"maxUnavailable": 0, "maxSurge": 1}
    assert MANIFESTS["PodDisruptionBudget"]["spec"]["minAvailable"] == 1


@pytest.mark.parametrize("probe", ["startupProbe", "readinessProbe", "livenessProbe"])
def test_an_instance_is_not_restarted_for_what_no_restart_mends(probe: str) -> None:
    """While Slack or the database is away, checks go on: probes ask /ready, not /health."""
    assert CONTAINER[probe]["httpGet"] == {"path": "/ready", "port": "http"}


def test_everybody_means_the_same_pods() -> None:
    """The service, the budget, the network policy and the deployment select the same pods."""
    selected = (
        DEPLOYMENT["selector"]["matchLabels"],
        MANIFESTS["Service"]["spec"]["selector"],
        MANIFESTS["PodDisruptionBudget"]["spec"]["selector"]["matchLabels"],
        MANIFESTS["NetworkPolicy"]["spec"]["podSelector"]["matchLabels"],
    )

    assert all(labels == LABELS for labels in selected)


def test_ports_fit_together() -> None:
    """From the ingress over the service and the network policy to the port that is listened on."""
    listened = Settings.model_fields["port"].default
    ports = {port["name"]: port["containerPort"] for port in CONTAINER["ports"]}
    service = MANIFESTS["Service"]["spec"]["ports"][0]
    path = MANIFESTS["Ingress"]["spec"]["rules"][0]["http"]["paths"][0]
    policy = MANIFESTS["NetworkPolicy"]["spec"]["ingress"][0]["ports"]

    assert ports == {"http": listened} and service["targetPort"] == "http"
    assert path["backend"]["service"] == {
        "name": MANIFESTS["Service"]["metadata"]["name"],
        "port": {"name": service["name"]},
    }
    assert policy == [{"protocol": "TCP", "port": listened}]


def test_every_mount_has_its_volume() -> None:
    """What is mounted exists, and every file that a setting names lies in a mounted folder."""
    mounts = {mount["name"]: mount["mountPath"] for mount in CONTAINER["volumeMounts"]}
    named = [v for v in MANIFESTS["ConfigMap"]["data"].values() if v.startswith("/")]

    assert mounts.keys() == {volume["name"] for volume in POD["volumes"]}
    assert all(any(name.startswith(path) for path in mounts.values()) for name in named)


def test_settings_are_texts() -> None:
    """The API server takes no number and no yes or no in a ConfigMap."""
    assert all(isinstance(value, str) for value in MANIFESTS["ConfigMap"]["data"].values())


def test_nothing_goes_out_that_need_not() -> None:
    """Both directions are closed but for what is listed, each with its ports."""
    policy = MANIFESTS["NetworkPolicy"]["spec"]

    assert policy["policyTypes"] == ["Ingress", "Egress"]
    assert all(rule["ports"] for rule in policy["ingress"] + policy["egress"])
    assert all(rule["from"] for rule in policy["ingress"])
