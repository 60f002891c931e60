"""What the tables of each release are, as one number: `looking.shape_of`. A test holds them equal to the steps."""

SHAPES = {
    "0001": "3e1e259b2326665aa159a3e37e1baf2bcc9a4c44fa722bffd2875e3c33ff3a58",
    "0002": "1e15069b06b5fbae32cbec2adacb9504cfeb73eb51bd23a7d3603177a57c62cc",
    "0003": "bca25ecbdf72d367201e8287350df436cee8e2023faae6e03eb117b907513420",
    "0004": "aa92c8597a461917da1105006f69a2fb9e17b586443985df206ac91ffbd0e29d",
    "0005": "32496d689f3fdd3f47a8e21d6c9d1db06801de4c00a3adc9e28b519506fde2d6",
    "0006": "ef16b96bebae44cfa4c18918b61e359ea3cae6d837c1fb9711826acdf9ecf753",
    "0007": "7f73ef6dbca49e3e646f366f321f16f10ace8eecc9344c827b2eb4466b31f5a7",
    "0008": "e6566d77bc2929e26820747548319d318b617351dce3d4394431f56f1b60c598",
}
